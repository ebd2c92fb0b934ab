import { buildCase, type BuiltCase } from '../../../test/support/build-cases';
import { buildNote } from '../../../test/support/build-case-notes';
import { openWorld, type World } from '../../../test/support/world';
import { Tx } from '../../platform/database/tx';
import type { NotePage, NoteView } from './case-notes.dto';

let world: World;
let found: BuiltCase;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  world.clock.set('2026-03-05T18:00:00Z');
  found = await buildCase(world, { openedOn: '2026-03-02' });
});
afterAll(() => world.close());

const aNote = (override: object = {}): object => ({ contactOn: '2026-03-04', mode: 'phone', format: 'free', sections: { text: 'Called the clinic together.' }, ...override });
const write = async (override: object = {}, role: Parameters<World['as']>[0] = 'caseworker', caseId = found.id): Promise<NoteView> =>
  (await world.as(role).post(`/api/cases/${caseId}/notes`, aNote(override)).expect(201)).body as NoteView;
const list = async (role: Parameters<World['as']>[0] = 'caseworker', caseId = found.id, query = ''): Promise<NotePage> =>
  (await world.as(role).get(`/api/cases/${caseId}/notes?${query}`).expect(200)).body as NotePage;
const sql = (statement: string, parameters: unknown[], role: Parameters<World['actor']>[0] = 'caseworker'): Promise<number> =>
  world.actor(role).then((actor) => world.run(actor, () => world.get(Tx).write(statement, parameters)));

describe('a note on a case', () => {
  it('keeps the day of the contact and the day of entry apart', async () => {
    const note = await write({ language: 'es', interpreter: 'telephone', minutes: 25, participantIds: found.personIds, othersPresent: 'A cousin', sign: true });

    expect(note).toMatchObject({
      contactOn: '2026-03-04', recordedAt: '2026-03-05T18:00:00.000Z', daysLate: 1, language: 'es', interpreter: 'telephone', minutes: 25, participantIds: found.personIds,
      othersPresent: 'A cousin', sections: { text: 'Called the clinic together.' }, signedAt: '2026-03-05T18:00:00.000Z',
    });
  });

  it.each([
    ['tomorrow', '2026-03-06', 400],
    ['the day before the case was opened', '2026-03-01', 400],
    ['today', '2026-03-05', 201],
    ['the day the case was opened', '2026-03-02', 201],
  ])('of a contact on %s is answered %s → %i', async (_, contactOn, status) => {
    const answer = await world.as('caseworker').post(`/api/cases/${found.id}/notes`, aNote({ contactOn }));

    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body).toMatchObject({ errors: [{ field: 'contactOn' }] });
  });

  it('keeps only the sections of its format', async () => {
    const note = await write({ format: 'soap', sections: { subjective: 'Tired', objective: 'On time', plan: 'Call again', text: 'left over' } });

    expect(note.sections).toEqual({ subjective: 'Tired', objective: 'On time', plan: 'Call again' });
  });

  it('names only members of the case', async () => {
    const other = await buildCase(world);

    const answer = await world.as('caseworker').post(`/api/cases/${found.id}/notes`, aNote({ participantIds: other.personIds })).expect(409);

    expect(answer.body).toMatchObject({ code: 'NOTE_NOT_A_MEMBER' });
  });

  it('comes in pages by the day of the contact, and its text is opened under audit', async () => {
    for (const contactOn of ['2026-03-02', '2026-03-05', '2026-03-03', '2026-03-05']) await write({ contactOn, sign: true });

    const first = await list('caseworker', found.id, 'limit=3');
    const second = await list('caseworker', found.id, `limit=3&after=${first.next}`);

    expect([...first.items, ...second.items].map(({ contactOn }) => contactOn)).toEqual(['2026-03-05', '2026-03-05', '2026-03-03', '2026-03-02']);
    expect(second.next).toBeNull();
    const audited = await world.run(world.home.system, () => world.get(Tx).rows("select from audit_events where action = 'case_note.listed' and record_id = $1", [found.id]));
    expect(audited).toHaveLength(2);
  });

  it('lies in the database only sealed', async () => {
    await write({ sections: { text: 'canary-heron-71' }, othersPresent: 'canary-stork-72', sign: true });

    const rows = await world.run(world.home.system, () => world.get(Tx).rows<{ row: string }>("select note::text || encode(note.body_sealed, 'escape') as row from case_notes note where case_id = $1", [found.id]));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toMatch(/canary|heron|stork/);
  });
});

describe('a draft', () => {
  it('is its author’s own: a supervisor reads the case and does not see it', async () => {
    const draft = await write();

    expect((await list('supervisor')).items).toEqual([]);
    await world.as('supervisor').get(`/api/case-notes/${draft.id}`).expect(404);
    expect((await list()).items.map(({ id }) => id)).toEqual([draft.id]);
    expect(await sql('delete from case_notes where id = $1', [draft.id], 'supervisor')).toBe(0);
  });

  it('that two windows edit is not overwritten: the second hears of it and can read what the first saved', async () => {
    const draft = await write();
    const save = (text: string) => world.as('caseworker').patch(`/api/case-notes/${draft.id}`, { ...aNote({ sections: { text } }), version: draft.version });

    await save('from the first window').expect(200);
    const refused = await save('from the second window').expect(409);

    expect(refused.body).toMatchObject({ code: 'NOTE_CHANGED', facts: { version: 2 } });
    expect((await world.as('caseworker').get(`/api/case-notes/${draft.id}`).expect(200)).body).toMatchObject({ sections: { text: 'from the first window' }, version: 2 });
  });

  it('is thrown away by its author', async () => {
    const draft = await write({ participantIds: found.personIds });

    await world.as('caseworker').delete(`/api/case-notes/${draft.id}`).expect(204);
    expect((await list()).items).toEqual([]);
  });

  it('without words is not signed', async () => {
    const draft = await write({ sections: { text: '  ' } });

    expect((await world.as('caseworker').post(`/api/case-notes/${draft.id}/sign`, { version: 1 }).expect(400)).body).toMatchObject({ code: 'NOTE_EMPTY' });
  });

  it('that waits for its signature is told to supervisors, without its text', async () => {
    world.clock.set('2026-03-08T18:00:00Z');
    await write({ contactOn: '2026-03-08' });
    world.clock.set('2026-03-11T17:59:00Z');
    const ofCase = async (): Promise<unknown[]> => ((await world.as('supervisor').get('/api/case-notes/unsigned?days=3').expect(200)).body as { items: { caseId: string }[] }).items.filter(({ caseId }) => caseId === found.id);

    expect(await ofCase()).toEqual([]);
    world.clock.set('2026-03-11T18:01:00Z');
    expect(await ofCase()).toEqual([{ caseId: found.id, caseCode: found.code, authorId: world.home.users.caseworker, authorName: 'A caseworker', notes: 1, since: '2026-03-08T18:00:00.000Z' }]);
    await world.as('caseworker').get('/api/case-notes/unsigned').expect(403);
  });
});

describe('a signed note', () => {
  it('is not changed, whoever asks and however: not by a route and not by SQL', async () => {
    const { id } = await write({ participantIds: found.personIds, sign: true });

    expect((await world.as('caseworker').patch(`/api/case-notes/${id}`, { ...aNote(), version: 2 }).expect(409)).body).toMatchObject({ code: 'NOTE_SIGNED' });
    await world.as('caseworker').delete(`/api/case-notes/${id}`).expect(409);
    for (const statement of [
      "update case_notes set mode = 'other' where id = $1",
      'update case_notes set signed_at = null, signed_by = null where id = $1',
      'delete from case_notes where id = $1',
      'delete from case_note_people where note_id = $1',
      'insert into case_note_people (organization_id, case_id, note_id, person_id) select organization_id, case_id, id, gen_random_uuid() from case_notes where id = $1',
    ]) {
      await expect(sql(statement, [id])).rejects.toMatchObject({ driverError: { constraint: 'case_notes_signed_stay' } });
    }
    await expect(world.run(world.home.system, () => world.get(Tx).write("update case_notes set mode = 'other' where id = $1", [id]))).rejects.toThrow('never changed');
  });

  it('is signed once when two windows sign at the same time', async () => {
    const draft = await write();
    const sign = () => world.as('caseworker').post(`/api/case-notes/${draft.id}/sign`, { version: 1 });

    const answers = await Promise.all([sign(), sign()]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is corrected by another note that is shown with it, also when the correction is corrected', async () => {
    const first = await write({ sign: true });
    const second = (await world.as('caseworker').post(`/api/case-notes/${first.id}/correct`, aNote({ sections: { text: 'It was the dentist.' }, sign: true })).expect(201)).body as NoteView;
    const third = (await world.as('supervisor').post(`/api/case-notes/${second.id}/correct`, aNote({ sections: { text: 'And on Tuesday.' }, sign: true })).expect(201)).body as NoteView;

    const { items } = await list();

    expect(items.map(({ id, corrections }) => [id, corrections.map((note) => note.id)])).toEqual([[first.id, [second.id, third.id]]]);
    expect(items[0]?.sections).toEqual({ text: 'Called the clinic together.' });
  });

  it('is not corrected before it is signed', async () => {
    const draft = await write();

    expect((await world.as('caseworker').post(`/api/case-notes/${draft.id}/correct`, aNote()).expect(409)).body).toMatchObject({ code: 'NOTE_NOT_SIGNED' });
  });
});

describe('a note of a compartment', () => {
  it('is not there for the lead worker who was not let in: not in the list, not by its id, not counted', async () => {
    const health = await buildCase(world, { teamIds: [world.home.users.supervisor], compartments: [{ userId: world.home.users.supervisor, compartment: 'health' }] });
    const note = await write({ compartment: 'health', participantIds: health.personIds, contactOn: '2026-03-05', sign: true }, 'supervisor', health.id);

    expect((await list('caseworker', health.id)).items).toEqual([]);
    await world.as('caseworker').get(`/api/case-notes/${note.id}`).expect(404);
    await world.as('caseworker').post(`/api/case-notes/${note.id}/correct`, aNote()).expect(404);
    const lead = await world.actor('caseworker');
    for (const table of ['case_notes', 'case_note_people']) {
      expect(await world.run(lead, () => world.get(Tx).rows(`select from ${table} where case_id = $1`, [health.id]))).toEqual([]);
    }
    expect((await list('supervisor', health.id)).items.map(({ id }) => id)).toEqual([note.id]);
  });

  it('is not written by who was not let in', async () => {
    expect((await world.as('caseworker').post(`/api/cases/${found.id}/notes`, aNote({ compartment: 'legal' })).expect(403)).body).toMatchObject({ code: 'NOTE_COMPARTMENT_SHUT' });
  });

  it('keeps its corrections in the same compartment', async () => {
    const { users } = world.home;
    const child = await buildCase(world, { compartments: [{ userId: users.caseworker, compartment: 'child' }] });
    const note = await write({ compartment: 'child', contactOn: '2026-03-05', sign: true }, 'caseworker', child.id);

    const correction = (await world.as('caseworker').post(`/api/case-notes/${note.id}/correct`, aNote({ sign: true })).expect(201)).body as NoteView;

    expect(correction.compartment).toBe('child');
  });
});

describe('who reads notes', () => {
  it('is the team and its supervisors; a colleague of another team is told whom to ask', async () => {
    const other = await buildCase(world, { leadId: world.home.users.supervisor });
    const id = await buildNote(world, { caseId: other.id, authorId: world.home.users.supervisor });

    expect((await world.as('caseworker').get(`/api/cases/${other.id}/notes`).expect(403)).body).toMatchObject({ code: 'CASE_NOT_YOURS' });
    await world.as('caseworker').get(`/api/case-notes/${id}`).expect(403);
    expect((await list('program_director', other.id)).items).toHaveLength(1);
  });

  it('is nobody outside of the team of a sealed case', async () => {
    const sealed = await buildCase(world, { sealed: true });
    const id = await buildNote(world, { caseId: sealed.id });

    await world.as('supervisor').get(`/api/cases/${sealed.id}/notes`).expect(404);
    await world.as('supervisor').get(`/api/case-notes/${id}`).expect(404);
  });
});
