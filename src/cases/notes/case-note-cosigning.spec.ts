import { buildCase, type BuiltCase } from '../../../test/support/build-cases';
import { buildNote, type NoteDraft } from '../../../test/support/build-case-notes';
import { openWorld, type World } from '../../../test/support/world';
import { Tx } from '../../platform/database/tx';
import { ServiceCatalogue } from '../../services/service-catalogue';

let world: World;
let found: BuiltCase;

beforeAll(async () => {
  world = await openWorld();
  await world.get(ServiceCatalogue).install(world.home.system);
});
beforeEach(async () => {
  world.clock.set('2026-03-05T18:00:00Z');
  found = await buildCase(world);
});
afterAll(() => world.close());

const note = (draft: Partial<NoteDraft> = {}): Promise<string> => buildNote(world, { caseId: found.id, ...draft });

describe('a co-signature', () => {
  it('is asked of a colleague who can read the note, and given by them once', async () => {
    const id = await note();
    const { supervisor } = world.home.users;

    const asked = await world.as('caseworker').post(`/api/case-notes/${id}/ask-cosign`, { userId: supervisor }).expect(200);
    const given = await world.as('supervisor').post(`/api/case-notes/${id}/cosign`).expect(200);

    expect(asked.body).toMatchObject({ cosignatures: [{ userId: supervisor, name: 'A supervisor', signedAt: null }] });
    expect(given.body).toMatchObject({ cosignatures: [{ userId: supervisor, signedAt: '2026-03-05T18:00:00.000Z' }] });
    expect((await world.as('supervisor').post(`/api/case-notes/${id}/cosign`).expect(409)).body).toMatchObject({ code: 'NOTE_COSIGNED' });
  });

  it('is never the author’s own: not by the route and not by SQL', async () => {
    const id = await note({ authorId: world.home.users.supervisor });
    const { organizationId, users } = world.home;

    expect((await world.as('supervisor').post(`/api/case-notes/${id}/cosign`).expect(403)).body).toMatchObject({ code: 'NOTE_OWN' });
    expect((await world.as('supervisor').post(`/api/case-notes/${id}/ask-cosign`, { userId: users.supervisor }).expect(403)).body).toMatchObject({ code: 'NOTE_OWN' });
    await expect(
      world.run(world.home.system, () =>
        world.get(Tx).write('insert into case_note_cosignatures (organization_id, case_id, note_id, author_id, user_id) values ($1, $2, $3, $4, $4)', [organizationId, found.id, id, users.supervisor]),
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'case_note_cosignatures_not_own' } });
  });

  it('is given once when two windows give it at the same time, and stays', async () => {
    const id = await note();
    const cosign = () => world.as('supervisor').post(`/api/case-notes/${id}/cosign`);

    const answers = await Promise.all([cosign(), cosign()]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const actor = await world.actor('supervisor');
    await expect(world.run(actor, () => world.get(Tx).write('update case_note_cosignatures set signed_at = null where note_id = $1', [id]))).rejects.toThrow('never changed');
  });

  it('is not given under a draft, nor by a colleague who was not asked', async () => {
    const draft = await note({ signed: false, authorId: world.home.users.caseworker });
    const team = await buildCase(world, { leadId: world.home.users.supervisor, teamIds: [world.home.users.caseworker] });
    const signed = await buildNote(world, { caseId: team.id, authorId: world.home.users.supervisor });

    expect((await world.as('caseworker').post(`/api/case-notes/${draft}/ask-cosign`, { userId: world.home.users.supervisor }).expect(409)).body).toMatchObject({ code: 'NOTE_NOT_SIGNED' });
    expect((await world.as('caseworker').post(`/api/case-notes/${signed}/cosign`).expect(403)).body).toMatchObject({ code: 'NOTE_NOT_ASKED' });
  });

  it('is asked only of who can read the note', async () => {
    const { users } = world.home;
    const sealed = await buildCase(world, { sealed: true });
    const health = await buildCase(world, { teamIds: [users.supervisor], compartments: [{ userId: users.caseworker, compartment: 'health' }, { userId: users.program_director, compartment: 'health' }] });
    const cosigners = async (noteId: string): Promise<string[]> => {
      const answer = await world.as('caseworker').get(`/api/case-notes/${noteId}/cosigners`).expect(200);
      return (answer.body as { items: { id: string }[] }).items.map(({ id }) => id);
    };

    expect(await cosigners(await note())).toEqual([users.program_director, users.supervisor]);
    expect(await cosigners(await buildNote(world, { caseId: sealed.id }))).toEqual([]);
    expect(await cosigners(await buildNote(world, { caseId: health.id, compartment: 'health' }))).toEqual([users.program_director]);
    const refused = await world.as('caseworker').post(`/api/case-notes/${await note()}/ask-cosign`, { userId: users.coordinator }).expect(409);
    expect(refused.body).toMatchObject({ code: 'NOTE_COSIGNER_CANNOT_READ' });
  });
});

describe('the time of a contact', () => {
  const hours = async (): Promise<number> => {
    const [row] = await world.run(world.home.system, () =>
      world.get(Tx).rows<{ hours: number }>(
        `select coalesce(sum(entry.quantity), 0)::float8 as hours from service_entries entry join service_kinds kind on kind.id = entry.kind_id
          where kind.code = 'labor_hours' and entry.staff_user_id = $1`,
        [world.home.users.caseworker],
      ),
    );
    return row?.hours ?? 0;
  };

  it('becomes working time only when the author says so, once, and is taken back by a reversal', async () => {
    const id = await note({ minutes: 50, contactOn: '2026-03-04' });
    const before = await hours();
    const path = `/api/case-notes/${id}/time`;

    const recorded = await world.as('caseworker').post(path).expect(200);
    expect(recorded.body).toMatchObject({ time: { hours: 0.83 } });
    expect((recorded.body as { offers: string[] }).offers).toContain('undo_time');
    expect((await hours()) - before).toBeCloseTo(0.83);
    expect((await world.as('caseworker').post(path).expect(409)).body).toMatchObject({ code: 'NOTE_TIME_RECORDED' });

    expect((await world.as('caseworker').delete(path).expect(200)).body).toMatchObject({ time: null });
    expect(await hours()).toBeCloseTo(before);
    await world.as('caseworker').post(path).expect(200);
  });

  it('is recorded once by two windows at the same time', async () => {
    const id = await note({ minutes: 30 });
    const before = await hours();

    const answers = await Promise.all([1, 2].map(() => world.as('caseworker').post(`/api/case-notes/${id}/time`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await hours()) - before).toBeCloseTo(0.5);
  });

  it('is not recorded again from a correction of the same contact', async () => {
    const id = await note({ minutes: 30 });
    await world.as('caseworker').post(`/api/case-notes/${id}/time`).expect(200);
    const body = { contactOn: '2026-03-01', mode: 'phone', minutes: 40, format: 'free', sections: { text: 'It took longer.' }, sign: true };
    const correction = (await world.as('caseworker').post(`/api/case-notes/${id}/correct`, body).expect(201)).body as { id: string; offers: string[] };

    expect(correction.offers).not.toContain('record_time');
    expect((await world.as('caseworker').post(`/api/case-notes/${correction.id}/time`).expect(409)).body).toMatchObject({ code: 'NOTE_TIME_RECORDED' });
    await world.as('caseworker').delete(`/api/case-notes/${id}/time`).expect(200);
    expect((await world.as('caseworker').post(`/api/case-notes/${correction.id}/time`).expect(200)).body).toMatchObject({ time: { hours: 0.67 } });
  });

  it('is the author’s alone', async () => {
    expect((await world.as('supervisor').post(`/api/case-notes/${await note()}/time`).expect(403)).body).toMatchObject({ code: 'NOTE_NOT_YOURS' });
  });
});
