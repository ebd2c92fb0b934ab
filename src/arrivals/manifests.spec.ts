import { asCsv, asOle, asXlsx, manifestLine, manifestTitles, messyManifest, tidyManifest } from '../../test/support/manifests';
import { aPerson } from '../../test/support/build-people';
import { stagedManifest, uploadManifest } from '../../test/support/upload-manifest';
import { openWorld, type World } from '../../test/support/world';
import { PeopleService } from '../people/people.service';
import { ManifestUploads } from './manifest-uploads';
import { ManifestJobs } from './manifests.jobs';
import type { ManifestRowPage, ManifestRowView } from './manifest-rows.dto';
import type { ManifestPageView, ManifestReadingView, UploadedManifestView } from './manifest-view.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  world.clock.set('2026-03-02T18:00:00Z');
});

afterAll(() => world.close());

const coordinator = () => world.as('coordinator');
const get = async (id: string): Promise<ManifestReadingView> => (await coordinator().get(`/api/manifests/${id}`)).body as ManifestReadingView;
const rows = async (id: string, state: string): Promise<ManifestRowView[]> => ((await coordinator().get(`/api/manifests/${id}/rows?state=${state}&limit=100`)).body as ManifestRowPage).items;
const ofOthers = (n: number): string[][] => tidyManifest(n).map((line, at) => (at === 0 ? line : line.with(1, `Otra${String.fromCharCode(97 + n)} ${line[1] ?? ''}`).with(4, '')));

describe('uploading a list', () => {
  it('keeps it to be read, and reads it in the background', async () => {
    const answer = await uploadManifest(world, asCsv(messyManifest()), { name: 'Lista Núñez.csv' });
    const { id, ...uploaded } = answer.body as UploadedManifestView;

    expect(answer.status).toBe(201);
    expect(uploaded).toMatchObject({ siteId: world.home.house, fileName: 'Lista Núñez.csv', arrivedOn: '2026-03-02', state: 'uploaded', alreadyUploaded: false });

    await world.get(ManifestJobs).read({ organizationId: world.home.organizationId, id });
    const read = await get(id);

    expect(read).toMatchObject({ state: 'staged', headerRows: 5, dateOrder: 'day_first', counts: { ready: 3, problem: 6, match: 0, set_aside: 1, admitted: 0 } });
    expect(read.columns.map(({ field }) => field)).toEqual([
      null, 'family_names', 'given_names', 'birth_date', 'a_number', 'nationality', 'sex', 'group', 'language', 'destination', 'phone',
    ]);
    expect(read.columns[3]).toMatchObject({ column: 3, label: 'Date of birth (dd/mm/yyyy)', samples: ['25/03/1990', '31/12/1992', '01/01/2015'] });
  });

  it('takes one of two uploads of the same file at once, and both are told about the same list', async () => {
    const bytes = asCsv(ofOthers(3));
    const answers = await Promise.all([uploadManifest(world, bytes), uploadManifest(world, bytes, { name: 'again.csv' })]);
    const bodies = answers.map(({ body }) => body as UploadedManifestView);

    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(bodies[0]?.id).toBe(bodies[1]?.id);
    expect(bodies.map(({ alreadyUploaded }) => alreadyUploaded).sort()).toEqual([false, true]);
  });

  it('changes nothing when the same file comes after its people were looked at', async () => {
    const bytes = asCsv(ofOthers(4));
    const id = await stagedManifest(world, bytes);
    const before = await rows(id, 'ready');
    const again = (await uploadManifest(world, bytes)).body as UploadedManifestView;

    expect(again).toMatchObject({ id, alreadyUploaded: true, state: 'staged' });
    expect(await rows(id, 'ready')).toEqual(before);
  });

  it.each([
    ['MANIFEST_EMPTY', 422, Buffer.alloc(0)],
    ['MANIFEST_PASSWORD_PROTECTED', 422, asOle('EncryptedPackage')],
    ['MANIFEST_OLD_EXCEL', 422, asOle('Workbook')],
    ['MANIFEST_NOT_A_TABLE', 422, Buffer.from('%PDF-1.7')],
    ['MANIFEST_TOO_LARGE', 413, Buffer.alloc(20 * 1024 * 1024 + 1, 'a')],
  ])('is refused in plain words: %s', async (code, status, bytes) => {
    const answer = await uploadManifest(world, bytes);

    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code });
  });

  it('says why a file cannot be read once a worker has tried', async () => {
    const id = await stagedManifest(world, Buffer.from('PK\u0003\u0004 this is no archive'));

    expect(await get(id)).toMatchObject({ state: 'failed', errorCode: 'MANIFEST_BROKEN', error: expect.stringContaining('damaged') as string, columns: [] });
  });

  it('needs a file, a day that is near, and an arrival of the site', async () => {
    const withoutFile = await coordinator().post('/api/manifests').field('siteId', world.home.house).field('arrivedOn', '2026-03-02');
    const answers = [
      withoutFile,
      await uploadManifest(world, asCsv(ofOthers(2)), { arrivedOn: '2026-04-02' }),
      await uploadManifest(world, asCsv(ofOthers(2)), { arrivalId: world.home.house }),
      await coordinator().post('/api/manifests').field('siteId', 'x').field('arrivedOn', '2026-02-30').attach('file', asCsv(ofOthers(2)), 'a.csv'),
      await coordinator().post('/api/manifests').field('siteId', world.home.house).field('arrivedOn', '2026-03-02').attach('picture', asCsv(ofOthers(2)), 'a.csv'),
    ];

    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [422, 'MANIFEST_FILE_MISSING'], [400, 'INVALID'], [400, 'INVALID'], [400, 'INVALID'], [400, 'MANIFEST_UPLOAD_BROKEN'],
    ]);
  });

  it('reads a workbook, whatever it is called', async () => {
    const id = await stagedManifest(world, await asXlsx({ name: 'Bus', rows: ofOthers(5) }), { name: '../../etc/list.pdf' });

    expect(await get(id)).toMatchObject({ fileName: 'list.pdf', state: 'staged', counts: { ready: 5 } });
  });
});

describe('working on a list', () => {
  it('reads it again with the columns and the date order somebody chose', async () => {
    const id = await stagedManifest(world, asCsv([['a', 'b', 'c'], ['Zelaya', 'Wilmer', '03/04/1990'], ['Recinos', 'Dayana', '05/06/1991']]));
    const mapping = { columns: [{ column: 0, field: 'family_names' }, { column: 1, field: 'given_names' }, { column: 2, field: 'birth_date' }], dateOrder: 'month_first', headerRows: 1 };
    const answer = await coordinator().put(`/api/manifests/${id}/mapping`, mapping);

    expect(answer.body).toMatchObject({ id, state: 'uploaded' });
    expect((await coordinator().put(`/api/manifests/${id}/mapping`, mapping)).body).toMatchObject({ code: 'MANIFEST_BUSY' });

    await world.get(ManifestJobs).read({ organizationId: world.home.organizationId, id });

    expect((await rows(id, 'ready')).map(({ familyNames, birthDate }) => [familyNames, birthDate])).toEqual([['Zelaya', '1990-03-04'], ['Recinos', '1991-05-06']]);
  });

  it.each([
    ['MAPPING_WITHOUT_NAME', [{ column: 0, field: 'age' }]],
    ['MAPPING_COLUMN_TWICE', [{ column: 0, field: 'full_name' }, { column: 0, field: 'age' }]],
    ['INVALID', [{ column: 0, field: 'shoe_size' }]],
    ['INVALID', []],
  ])('refuses columns with %s: %j', async (code, columns) => {
    const id = await stagedManifest(world, asCsv(ofOthers(6)));

    expect((await coordinator().put(`/api/manifests/${id}/mapping`, { columns, headerRows: 1 })).body).toMatchObject({ code });
  });

  it('mends a row, which frees the row it was confused with', async () => {
    const id = await stagedManifest(world, asCsv([manifestTitles, manifestLine({ family: 'Mendizábal', given: 'Ana' }), manifestLine({ family: 'Mendizábal', given: 'Iris' })]));
    const [, wrong] = await rows(id, 'problem');
    const answer = await coordinator().patch(`/api/manifests/${id}/rows/3`, { version: wrong?.version, written: { a_number: '234567802' } });

    expect(wrong?.problems.map(({ code }) => code)).toEqual(['A_NUMBER_TWICE']);
    expect(answer.body).toMatchObject({ number: 3, state: 'ready', aNumber: '234567802', mended: ['a_number'], problems: [] });
    expect(await rows(id, 'ready')).toHaveLength(2);
  });

  it('tells whoever looked at an older state of a row', async () => {
    const id = await stagedManifest(world, asCsv([manifestTitles, manifestLine({ family: 'Bustamante', born: '31/02/1990', aNumber: '' })]));
    const both = await Promise.all([
      coordinator().patch(`/api/manifests/${id}/rows/2`, { version: 1, written: { birth_date: '1990-02-27' } }),
      coordinator().patch(`/api/manifests/${id}/rows/2`, { version: 1, setAside: true }),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('shows known people side by side and lets somebody decide', async () => {
    const [known = ''] = await world.run(world.home.system, () =>
      world.get(PeopleService).createPersons(world.home.system, [aPerson({ givenNames: 'Yolanda', familyNames: 'Caballero Ruiz', aNumber: '245678123' })], { siteId: world.home.house, on: '2026-02-01' }));
    const id = await stagedManifest(world, asCsv([manifestTitles, manifestLine({ family: 'Cavallero', given: 'Yolanda', aNumber: '' })]));
    const [row] = await rows(id, 'match');
    const same = await coordinator().post(`/api/manifests/${id}/rows/2/decision`, { version: row?.version, decision: 'same', personId: known });
    const { version } = same.body as ManifestRowView;
    const different = await coordinator().post(`/api/manifests/${id}/rows/2/decision`, { version, decision: 'different' });

    expect(row?.matches).toEqual([
      {
        personId: known, givenNames: 'Yolanda', familyNames: 'Caballero Ruiz', birthDate: '1990-03-25', birthDateQuality: 'full', aNumber: 'A•••••••23', nationality: 'HN',
        sex: null, language: 'es', same: ['birth_date', 'nationality', 'language'],
      },
    ]);
    expect(same.body).toMatchObject({ state: 'ready', decision: 'same', decidedPersonId: known });
    expect(different.body).toMatchObject({ state: 'ready', decision: 'different', decidedPersonId: null });
    expect((await coordinator().post(`/api/manifests/${id}/rows/2/decision`, { version: version + 1, decision: 'same' })).body).toMatchObject({ code: 'ROW_DECISION_NEEDS_PERSON' });
  });

  it('downloads the rows with problems, with no formula in them', async () => {
    const id = await stagedManifest(world, asCsv([manifestTitles, manifestLine({ family: 'Fuenmayor', born: '31/02/1990', aNumber: '', destination: '=1+1' })]));
    const answer = await coordinator().get(`/api/manifests/${id}/problems.csv`);

    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="problem-rows.csv"', 'cache-control': 'no-store' });
    expect(answer.text).toContain('"2","There is no such day in the calendar.","1","Fuenmayor"');
    expect(answer.text).toContain(`"'=1+1"`);
  });

  it('tells how far it is, and ends with done', async () => {
    const { id } = (await uploadManifest(world, asCsv(ofOthers(7)))).body as UploadedManifestView;
    const listening = coordinator().get(`/api/manifests/${id}/progress`).then((answer) => answer);
    await world.get(ManifestJobs).read({ organizationId: world.home.organizationId, id });
    const { headers, text } = await listening;
    const events = text.split('\n\n').filter((event) => event !== '').map((event) => /event: (\w+)/.exec(event)?.[1]);

    expect(headers['content-type']).toContain('text/event-stream');
    expect(events[0]).toBe('progress');
    expect(events.at(-1)).toBe('done');
    expect(text).toContain('"state":"staged"');
  });
});

describe('a list of somebody else', () => {
  it('is not there: for another organization, another site, another role, or nobody', async () => {
    const id = await stagedManifest(world, asCsv(ofOthers(8)));
    const annex = await stagedManifestAtAnnex();
    const foreign = world.as('coordinator', 'elsewhere');
    const paths = (list: string): [method: 'get' | 'post' | 'put' | 'patch', path: string, body?: object][] => [
      ['get', `/api/manifests/${list}`],
      ['get', `/api/manifests/${list}/rows?state=ready`],
      ['get', `/api/manifests/${list}/problems.csv`],
      ['get', `/api/manifests/${list}/progress`],
      ['put', `/api/manifests/${list}/mapping`, { columns: [{ column: 1, field: 'full_name' }], headerRows: 1 }],
      ['patch', `/api/manifests/${list}/rows/2`, { version: 1, setAside: true }],
      ['post', `/api/manifests/${list}/rows/2/decision`, { version: 1, decision: 'different' }],
      ['post', `/api/manifests/${list}/admit`],
    ];
    const statuses = [];
    for (const [method, path, body] of paths(id)) statuses.push((await foreign[method](path, body)).status);
    for (const [method, path, body] of paths(annex)) statuses.push((await coordinator()[method](path, body)).status);
    statuses.push((await foreign.get(`/api/manifests?siteId=${world.home.house}`)).status, (await coordinator().get(`/api/manifests?siteId=${world.home.annex}`)).status);

    expect(statuses).toEqual(statuses.map(() => 404));
    expect((await world.as('caseworker').get(`/api/manifests/${id}`)).status).toBe(403);
    expect((await world.anybody.get(`/api/manifests/${id}/progress`)).status).toBe(401);
    expect((await world.anybody.post('/api/manifests').attach('file', asCsv(ofOthers(2)), 'a.csv')).status).toBe(401);
  });

  it('is not in the list of lists, which goes newest first, page by page', async () => {
    const first = (await coordinator().get(`/api/manifests?siteId=${world.home.house}&limit=2`)).body as ManifestPageView;
    const second = (await coordinator().get(`/api/manifests?siteId=${world.home.house}&limit=2&after=${first.next ?? ''}`)).body as ManifestPageView;
    const newest = (await uploadManifest(world, asCsv(ofOthers(10)))).body as UploadedManifestView;
    const again = (await coordinator().get(`/api/manifests?siteId=${world.home.house}&limit=1`)).body as ManifestPageView;

    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    expect([...first.items, ...second.items].every(({ siteId }) => siteId === world.home.house)).toBe(true);
    expect(again.items.map(({ id }) => id)).toEqual([newest.id]);
  });

  async function stagedManifestAtAnnex(): Promise<string> {
    const { id } = await world.run(world.home.system, () =>
      world.get(ManifestUploads).keep({ siteId: world.home.annex, arrivalId: null, arrivedOn: '2026-03-02', name: 'annex.csv', bytes: asCsv(ofOthers(9)) }));
    await world.get(ManifestJobs).read({ organizationId: world.home.organizationId, id });
    return id;
  }
});
