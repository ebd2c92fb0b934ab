import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Response } from 'supertest';
import { buildCase } from '../../../test/support/build-cases';
import { buildCaseFile } from '../../../test/support/build-case-files';
import { aPdf, aPicture, CANARY } from '../../../test/support/sample-files';
import { openWorld, type World } from '../../../test/support/world';
import type { Role } from '../../auth/permissions';
import { CONFIG, type Config } from '../../platform/config/config';
import { Tx } from '../../platform/database/tx';
import { StoredFilesSweep } from '../../platform/files/stored-files.jobs';
import { StoredFiles } from '../../platform/files/stored-files.service';
import type { AddedCaseFileView, CaseFilePageView } from './case-files.dto';
import { CaseFileTransfer } from './case-file-transfer';

describe('the files of a case', () => {
  let world: World;
  let directory: string;
  beforeAll(async () => {
    world = await openWorld();
    directory = (world.app.get(CONFIG) as Config).filesDirectory;
  });
  afterAll(() => world.close());
  afterEach(() => world.clock.set('2026-03-01T18:00:00Z'));

  const send = (caseId: string, file: Buffer, fields: Record<string, string> = {}, { role = 'caseworker' as Role, name = 'lease.pdf' } = {}) => {
    const call = world.as(role).post(`/api/cases/${caseId}/files`);
    for (const [field, value] of Object.entries({ title: 'Lease', kind: 'lease', ...fields })) void call.field(field, value);
    return call.attach('file', file, name);
  };
  const added = async (...of: Parameters<typeof send>): Promise<AddedCaseFileView> => (await send(...of).expect(201)).body as AddedCaseFileView;
  const list = async (caseId: string, role: Role = 'caseworker', query = ''): Promise<CaseFilePageView> =>
    (await world.as(role).get(`/api/cases/${caseId}/files${query}`).expect(200)).body as CaseFilePageView;
  const onDisk = (): string[] => readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(directory, path)).isFile());
  const sweep = async (): Promise<void> => world.get(StoredFilesSweep).sweep();
  const aDayLater = (): void => world.clock.set(new Date(Date.now() + 25 * 60 * 60 * 1000).toISOString());

  it('come back as they were, to be saved and never shown as a page, and the opening is on record', async () => {
    const { id } = await buildCase(world);
    const pdf = aPdf('Contrato de la familia Portillo');
    const { file, remarks } = await added(id, pdf, { title: 'Contrato: año 2026 "Portillo"', documentDate: '2026-02-01' });
    const answer = await world.as('supervisor').get(`/api/case-files/${file.id}/content`).buffer().parse(asBytes).expect(200);
    const audited = await world.run(world.home.system, () =>
      world.get(Tx).rows<{ action: string }>('select action from audit_events where record_id = $1 order by id', [file.id]));

    expect((answer.body as Buffer).equals(pdf)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="Contrato ano 2026 Portillo.pdf"; filename*=UTF-8''Contrato%20a%C3%B1o%202026%20Portillo.pdf`,
    });
    expect(file).toMatchObject({ title: 'Contrato: año 2026 "Portillo"', mime: 'application/pdf', bytes: pdf.length, uploadedBy: 'A caseworker', documentDate: '2026-02-01' });
    expect(remarks).toEqual(['pdf_details_kept']);
    expect(audited.map(({ action }) => action)).toEqual(['case_file.added', 'case_file.opened']);
  });

  it('lie in the store sealed, pictures without the place they were taken at', async () => {
    const { id } = await buildCase(world);
    await added(id, aPdf('A09-PLAINTEXT-CANARY'));
    const { file } = await added(id, await aPicture(), { title: 'TITLE-CANARY' }, { name: 'IMG_1.jpg' });
    const answer = await world.as('caseworker').get(`/api/case-files/${file.id}/content`).buffer().parse(asBytes).expect(200);
    const all = Buffer.concat(onDisk().map((path) => readFileSync(join(directory, path))));
    const [row] = await world.run(world.home.system, () => world.get(Tx).rows<{ text: string }>('select row_to_json(file)::text as text from case_files file where id = $1', [file.id]));

    expect((await sharp(answer.body as Buffer).metadata()).exif).toBeUndefined();
    expect(['A09-PLAINTEXT-CANARY', CANARY, '%PDF', 'JFIF'].filter((word) => all.includes(word))).toEqual([]);
    expect([row?.text.includes('TITLE-CANARY'), onDisk().some((path) => /lease|IMG/.test(path))]).toEqual([false, false]);
  });

  it('are refused in plain words with the field named, and leave nothing behind', async () => {
    const { id } = await buildCase(world);
    const before = onDisk();
    const html = await send(id, Buffer.from('<!doctype html><script>alert(1)</script>'), {}, { name: 'a.png' }).expect(422);
    const large = await send(id, aPdf('a', 20 * 1024 * 1024 + 1)).expect(413);
    const missing = await world.as('caseworker').post(`/api/cases/${id}/files`).field('title', 'Lease').field('kind', 'lease').expect(422);
    const untitled = await send(id, aPdf(), { title: '  ' }).expect(400);
    const tomorrow = await send(id, aPdf(), { documentDate: '2026-03-02' }).expect(400);
    const backwards = await send(id, aPdf(), { documentDate: '2026-03-01', expiresOn: '2026-02-28' }).expect(400);

    expect([html, large, missing].map(({ body }) => (body as { code: string }).code)).toEqual(['FILE_KIND_NOT_TAKEN', 'FILE_TOO_LARGE', 'FILE_MISSING']);
    expect([html, large, missing, untitled, tomorrow, backwards].map(({ body }) => (body as { errors: { field: string }[] }).errors[0]?.field)).toEqual(['file', 'file', 'file', 'title', 'documentDate', 'expiresOn']);
    expect(onDisk()).toEqual(before);
  });

  it('are taken up to 20 MB, whatever their form says beside them', async () => {
    const { id } = await buildCase(world);
    const { file } = await added(id, aPdf('a', 20 * 1024 * 1024), { title: ' Lease\u0000 of Jose\u0301 ' });

    expect([file.bytes, file.title]).toEqual([20 * 1024 * 1024, 'Lease of Jos\u00e9']);
    expect((await send(id, aPdf(), { __proto__: '1', surprise: 'x' }).expect(400)).body).toMatchObject({ code: 'INVALID' });
    expect((await world.as('caseworker').post(`/api/cases/${id}/files`, { title: 'Lease', kind: 'lease' }).expect(422)).body).toMatchObject({ code: 'FILE_MISSING' });
  });

  it('are there once: the same file again answers the first, also when two arrive at once', async () => {
    const { id } = await buildCase(world);
    const pdf = aPdf('twice');
    const answers = await Promise.all([send(id, pdf), send(id, pdf)]);
    const again = await added(id, pdf);

    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect([again.wasThere, (await list(id)).items.length]).toEqual([true, 1]);
  });

  it('are listed with what expires soonest first, page by page, removed ones last', async () => {
    const { id } = await buildCase(world);
    const [later, none, soon, gone] = [
      await buildCaseFile(world, id, { expiresOn: '2026-09-01' }), await buildCaseFile(world, id), await buildCaseFile(world, id, { expiresOn: '2026-02-28' }), await buildCaseFile(world, id),
    ];
    await world.as('caseworker').delete(`/api/case-files/${gone}`).expect(204);
    const first = await list(id, 'caseworker', '?limit=3');
    const second = await list(id, 'caseworker', `?limit=3&after=${first.next}`);

    expect([...first.items, ...second.items].map((file) => file.id)).toEqual([soon, later, none, gone]);
    expect(first.items.map(({ daysLeft }) => daysLeft)).toEqual([-1, 184, null]);
    expect([first.next, second.next]).toEqual([none, null]);
  });

  it('are renamed and given another day by who saw them last', async () => {
    const { id } = await buildCase(world);
    const fileId = await buildCaseFile(world, id, { expiresOn: '2026-09-01' });
    const change = (body: object) => world.as('caseworker').patch(`/api/case-files/${fileId}`, body);

    expect((await change({ version: 1, title: 'Lease, second year', expiresOn: null }).expect(200)).body).toMatchObject({ title: 'Lease, second year', kind: 'lease', expiresOn: null, version: 2 });
    expect(((await change({ version: 1, kind: 'other' }).expect(409)).body as { code: string }).code).toBe('CHANGED_MEANWHILE');
  });

  it('lose their content when they are removed, and stay as something that was there', async () => {
    const { id } = await buildCase(world);
    const before = onDisk();
    const { file } = await added(id, aPdf('to be removed'));
    await world.as('caseworker').delete(`/api/case-files/${file.id}`).expect(204);

    expect(onDisk()).toEqual(before);
    expect((await list(id)).items).toMatchObject([{ id: file.id, removedBy: 'A caseworker' }]);
    expect((await world.as('caseworker').get(`/api/case-files/${file.id}/content`).expect(410)).body).toMatchObject({ code: 'CASE_FILE_REMOVED' });
    expect((await world.as('caseworker').delete(`/api/case-files/${file.id}`).expect(410)).body).toMatchObject({ code: 'CASE_FILE_REMOVED' });
    expect((await added(id, aPdf('to be removed'))).wasThere).toBe(false);
  });

  it('of a compartment are there for who was let into it only', async () => {
    const { id } = await buildCase(world, { compartments: [{ userId: world.home.users.supervisor, compartment: 'health' }] });
    const { file } = await added(id, aPdf('blood test'), { compartment: 'health' }, { role: 'supervisor' });
    const calls = (role: Role) => [
      world.as(role).get(`/api/case-files/${file.id}/content`), world.as(role).patch(`/api/case-files/${file.id}`, { version: 1, kind: 'other' }), world.as(role).delete(`/api/case-files/${file.id}`),
    ];
    const refused = await Promise.all(calls('caseworker'));

    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect([(await list(id)).items, (await list(id)).compartments]).toEqual([[], []]);
    expect([(await list(id, 'supervisor')).items.length, (await list(id, 'supervisor')).compartments]).toEqual([1, ['health']]);
    expect(((await send(id, aPdf(), { compartment: 'health' }).expect(400)).body as { errors: unknown[] }).errors).toMatchObject([{ field: 'compartment' }]);
    expect((await added(id, aPdf('blood test'))).wasThere).toBe(false);
  });

  it('of a sealed case are not there for anybody outside of its team', async () => {
    const { id } = await buildCase(world, { sealed: true });
    const fileId = await buildCaseFile(world, id);
    const answers = await Promise.all([
      world.as('supervisor').get(`/api/cases/${id}/files`), send(id, aPdf(), {}, { role: 'supervisor' }), world.as('supervisor').get(`/api/case-files/${fileId}/content`),
      world.as('supervisor').patch(`/api/case-files/${fileId}`, { version: 1, kind: 'other' }), world.as('supervisor').delete(`/api/case-files/${fileId}`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await list(id)).items.length).toBe(1);
  });

  it('leave no bytes behind when the case is closed to the sender while the file travels', async () => {
    const { id } = await buildCase(world);
    const before = onDisk();
    const put = jest.spyOn(world.get(StoredFiles), 'put').mockImplementationOnce(async (organizationId, bytes) => {
      const name = await StoredFiles.prototype.put.call(world.get(StoredFiles), organizationId, bytes);
      await world.run(world.home.system, () => world.get(Tx).write("update cases set state = 'closed', closed_on = opened_on, close_reason = 'moved' where id = $1", [id]));
      return name;
    });
    const answer = await send(id, aPdf('late'));
    put.mockRestore();

    expect((answer.body as { code: string }).code).toBe('CASE_CLOSED');
    expect(onDisk()).toEqual(before);
  });

  it('that were put when the process died are swept after a day, and kept ones are not', async () => {
    const { id } = await buildCase(world);
    await added(id, aPdf('kept'));
    const before = onDisk();
    const actor = await world.actor('caseworker');
    const died = jest.spyOn(world.get(StoredFiles), 'keep').mockRejectedValueOnce(new Error('killed'));
    const forgot = jest.spyOn(world.get(StoredFiles), 'takeBack').mockResolvedValueOnce();
    await expect(world.get(CaseFileTransfer).add(actor, id, { title: 'Lease', kind: 'lease' }, { originalname: 'a.pdf', buffer: aPdf('orphan') })).rejects.toThrow('killed');
    [died, forgot].forEach((spy) => spy.mockRestore());
    const orphaned = onDisk();
    await sweep();
    const atOnce = onDisk();
    aDayLater();
    await sweep();

    expect([orphaned.length, atOnce.length]).toEqual([before.length + 1, before.length + 1]);
    expect(onDisk()).toEqual(before);
  });
});

function asBytes(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  (response as unknown as NodeJS.ReadableStream).on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
}
