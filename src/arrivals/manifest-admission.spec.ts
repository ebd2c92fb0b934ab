import { Client } from 'pg';
import { aPerson, buildParty } from '../../test/support/build-people';
import { asCsv, manifestLine, manifestTitles, messyManifest, tidyManifest } from '../../test/support/manifests';
import { admitManifest, stagedManifest } from '../../test/support/upload-manifest';
import { openWorld, type World } from '../../test/support/world';
import { PeopleService } from '../people/people.service';
import { Tx } from '../platform/database/tx';
import type { ArrivalView } from './arrivals.dto';
import { ManifestRowAdmitter } from './manifest-row-admitter';
import type { ManifestRowPage, ManifestRowView } from './manifest-rows.dto';
import { ManifestJobs } from './manifests.jobs';
import { ManifestsRepository } from './manifests.repository';
import type { ManifestReadingView } from './manifest-view.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  world.clock.set('2026-03-02T18:00:00Z');
});

afterEach(() => jest.restoreAllMocks());
afterAll(() => world.close());

const coordinator = () => world.as('coordinator');
const get = async (id: string): Promise<ManifestReadingView> => (await coordinator().get(`/api/manifests/${id}`)).body as ManifestReadingView;
const rows = async (id: string, state: string): Promise<ManifestRowView[]> => ((await coordinator().get(`/api/manifests/${id}/rows?state=${state}&limit=100`)).body as ManifestRowPage).items;
const sql = <T>(text: string, ...parameters: unknown[]): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(text, parameters));
const persons = async (): Promise<number> => (await sql<{ n: number }>('select count(*)::integer as n from persons'))[0]?.n ?? 0;
const patch = (id: string, { number, version }: ManifestRowView, change: object) => coordinator().patch(`/api/manifests/${id}/rows/${number}`, { version, ...change });

interface Membership {
  personId: string;
  relation: string;
  joinedOn: string;
}

const members = (partyId: string | null | undefined): Promise<Membership[]> =>
  sql('select person_id as "personId", relation, joined_on::text as "joinedOn" from party_members where party_id = $1 and left_on is null order by id', partyId);

/** A family of three who are nobody else's namesakes. */
function family(name: string, over: Parameters<typeof manifestLine>[0][] = [{}, {}, {}]): string[][] {
  const given = ['Maricela', 'Wilmer', 'Sofía'];
  const born = ['1990-03-25', '1988-07-11', '2015-05-06'];
  return [manifestTitles, ...over.map((change, at) => manifestLine({ family: name, given: given[at], born: born[at], aNumber: '', sex: at === 1 ? 'M' : 'F', ...change }))];
}

describe('letting the good rows of a list in', () => {
  it('makes people and parties of them, looks after the children, and leaves the others where they are', async () => {
    const id = await stagedManifest(world, asCsv(messyManifest()));
    const before = await persons();
    await admitManifest(world, id);
    const list = await get(id);
    const admitted = await rows(id, 'admitted');
    const people = await world.run(world.home.system, () => world.get(PeopleService).openPersons(admitted.map(({ personId }) => personId ?? '')));

    expect(list).toMatchObject({ state: 'staged', rowsDone: 3, rowsTotal: 3, admittedAt: '2026-03-02T18:00:00.000Z', counts: { ready: 0, problem: 6, admitted: 3, set_aside: 1 } });
    expect(await persons()).toBe(before + 3);
    expect(new Set(admitted.map(({ partyId }) => partyId)).size).toBe(1);
    expect((await members(admitted[0]?.partyId)).map(({ relation, joinedOn }) => [relation, joinedOn])).toEqual([['head', '2026-03-02'], ['unknown', '2026-03-02'], ['unknown', '2026-03-02']]);
    expect(people.get(admitted[0]?.personId ?? '')).toMatchObject({
      identity: { givenNames: 'Juan Carlos', familyNames: 'González Pérez', birthDate: '1990-03-25', aNumber: '234567891', nationality: 'HN' },
      sex: 'male', ageBand: 'adult', languageSpoken: 'es', aNumberStatus: 'stated',
    });
    expect(people.get(admitted[2]?.personId ?? '')).toMatchObject({ ageBand: 'child', protectionReview: 'required' });
  });

  it('lets a mended row join the party of its family, and closes when nobody is left', async () => {
    const id = await stagedManifest(world, asCsv(family('Echandi', [{}, { born: '31/02/1988' }, {}])));
    await admitManifest(world, id);
    const [father] = await rows(id, 'problem');
    await patch(id, father as ManifestRowView, { written: { birth_date: '1988-02-28' } });
    const halfway = await get(id);
    await admitManifest(world, id);
    const partyIds = (await rows(id, 'admitted')).map(({ partyId }) => partyId);

    expect(halfway).toMatchObject({ state: 'staged', counts: { admitted: 2, ready: 1 } });
    expect(new Set(partyIds).size).toBe(1);
    expect((await members(partyIds[0])).map(({ relation }) => relation)).toEqual(['head', 'unknown', 'unknown']);
    expect(await get(id)).toMatchObject({ state: 'closed', counts: { admitted: 3, ready: 0, problem: 0 } });
    expect(await sql('select file_sealed from manifests where id = $1', id)).toEqual([{ file_sealed: null }]);
    expect((await coordinator().post(`/api/manifests/${id}/admit`)).body).toMatchObject({ code: 'MANIFEST_CLOSED' });
  });

  it('takes the person somebody said it is, without making another', async () => {
    const [known = ''] = await world.run(world.home.system, () =>
      world.get(PeopleService).createPersons(world.home.system, [aPerson({ givenNames: 'Maricela', familyNames: 'Fonseca Ulloa' })], { siteId: world.home.house, on: '2026-02-01' }));
    const id = await stagedManifest(world, asCsv(family('Fonseca')));
    const [row] = await rows(id, 'match');
    await coordinator().post(`/api/manifests/${id}/rows/2/decision`, { version: row?.version, decision: 'same', personId: known });
    const before = await persons();
    await admitManifest(world, id);

    expect(await persons()).toBe(before + 2);
    expect((await members((await rows(id, 'admitted'))[0]?.partyId)).map(({ personId }) => personId)).toContain(known);
  });

  it('keeps out somebody who came with another party since that day, with the reason, and lets their family in', async () => {
    const { personIds } = await buildParty(world, { members: [{ givenNames: 'Wilmer', familyNames: 'Gaitán', birthDate: '1988-07-11' }], arrivedOn: '2026-03-02' });
    const id = await stagedManifest(world, asCsv(family('Gaitán')));
    const [row] = await rows(id, 'match');
    await coordinator().post(`/api/manifests/${id}/rows/${row?.number ?? 0}/decision`, { version: row?.version, decision: 'same', personId: personIds[0] });
    await admitManifest(world, id);
    const [kept] = await rows(id, 'problem');

    expect(kept).toMatchObject({ number: row?.number, problems: [{ code: 'IN_ANOTHER_PARTY' }] });
    expect(await rows(id, 'admitted')).toHaveLength(2);
    expect((await patch(id, kept as ManifestRowView, { setAside: true })).body).toMatchObject({ state: 'set_aside' });
  });

  it('makes one person of two rows that were said to be the same one', async () => {
    const [known = ''] = await world.run(world.home.system, () =>
      world.get(PeopleService).createPersons(world.home.system, [aPerson({ givenNames: 'Delmy', familyNames: 'Hinostroza' })], { siteId: world.home.house, on: '2026-02-01' }));
    const lines = [manifestTitles, manifestLine({ family: 'Hinostroza', given: 'Delmy', aNumber: '' }), manifestLine({ family: 'Hinostrosa', given: 'Delmi', aNumber: '', born: '1990-03-26' })];
    const id = await stagedManifest(world, asCsv(lines));
    for (const { number, version } of await rows(id, 'match')) await coordinator().post(`/api/manifests/${id}/rows/${number}/decision`, { version, decision: 'same', personId: known });
    await admitManifest(world, id);

    expect(await get(id)).toMatchObject({ counts: { admitted: 1, problem: 1 } });
    expect((await rows(id, 'problem'))[0]?.problems).toMatchObject([{ code: 'SAME_PERSON_TWICE' }]);
  });

  it('says that the announced arrival came', async () => {
    const { id: arrivalId } = (await coordinator().post('/api/arrivals', { siteId: world.home.house, expectedOn: '2026-03-02', source: 'bus', peopleExpected: 3 })).body as ArrivalView;
    const id = await stagedManifest(world, asCsv(family('Illescas')), { arrivalId });
    await admitManifest(world, id);
    const { items } = (await coordinator().get(`/api/arrivals?siteId=${world.home.house}`)).body as { items: ArrivalView[] };

    expect(items.find((arrival) => arrival.id === arrivalId)).toMatchObject({ state: 'arrived', arrivedAt: '2026-03-02T18:00:00.000Z' });
  });

  it('waits until they are here, and needs somebody who is ready', async () => {
    const early = await stagedManifest(world, asCsv(family('Jaramillo')), { arrivedOn: '2026-03-04' });
    const nobody = await stagedManifest(world, asCsv(family('Kattán', [{ born: '31/02/1990' }])));

    expect((await coordinator().post(`/api/manifests/${early}/admit`)).body).toMatchObject({ code: 'MANIFEST_NOT_YET' });
    expect((await coordinator().post(`/api/manifests/${nobody}/admit`)).body).toMatchObject({ code: 'MANIFEST_NOBODY_READY' });
  });

  it('happens once, however often the button is pressed', async () => {
    const id = await stagedManifest(world, asCsv(family('Lanza')));
    const answers = await Promise.all([coordinator().post(`/api/manifests/${id}/admit`), coordinator().post(`/api/manifests/${id}/admit`)]);
    const before = await persons();
    const payload = { organizationId: world.home.organizationId, id };
    await Promise.all([world.get(ManifestJobs).admit(payload), world.get(ManifestJobs).admit(payload)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(await persons()).toBe(before + 3);
  });
});

describe('a worker that is lost while it admits', () => {
  const people = 130;
  const lines = (name: string): string[][] => tidyManifest(people).map((line, at) => (at === 0 ? line : line.with(1, `${name} ${line[1] ?? ''}`).with(4, '')));

  it('is replaced by another, which goes on where it was, and nobody is admitted twice', async () => {
    const id = await stagedManifest(world, asCsv(lines('Zamora')));
    const before = await persons();
    const { gone, comeBack, pid } = stopBeforePart(2);
    await coordinator().post(`/api/manifests/${id}/admit`);
    const payload = { organizationId: world.home.organizationId, id };
    const first = world.get(ManifestJobs).admit(payload).then(() => 'finished', () => 'lost');
    await gone;
    await kill(await pid);
    await sql("update manifests set heartbeat_at = now() - interval '121 seconds' where id = $1", id);
    const half = (await get(id)).counts;
    await world.get(ManifestJobs).admit(payload);
    comeBack();

    expect(await first).toBe('lost');
    expect(half.admitted).toBeGreaterThan(0);
    expect(half.ready).toBeGreaterThan(0);
    expect(await get(id)).toMatchObject({ state: 'closed', rowsDone: people, rowsTotal: people, counts: { admitted: people, ready: 0 } });
    expect(await persons()).toBe(before + people);
    expect(await sql('select count(distinct person_id)::integer as persons, count(distinct party_id)::integer as parties from manifest_rows where manifest_id = $1', id)).toEqual([
      { persons: people, parties: Math.ceil(people / 3) },
    ]);
  });

  it('is not replaced while its heartbeat may still come, and is found by the sweep after that', async () => {
    const id = await stagedManifest(world, asCsv(lines('Yáñez')));
    await sql("update manifests set state = 'admitting', heartbeat_at = now() - interval '118 seconds' where id = $1", id);
    await world.get(ManifestJobs).admit({ organizationId: world.home.organizationId, id });
    const early = await get(id);
    await sql("update manifests set heartbeat_at = now() - interval '121 seconds' where id = $1", id);

    expect(early).toMatchObject({ state: 'admitting', counts: { admitted: 0 } });
    expect(await world.run(world.home.system, () => world.get(ManifestsRepository).lost(world.home.organizationId))).toEqual([{ id, state: 'admitting' }]);
  });

  it('stops for good after five faults, with a word, and can be asked again', async () => {
    const id = await stagedManifest(world, asCsv(lines('Xolalpa')));
    await coordinator().post(`/api/manifests/${id}/admit`);
    const fault = jest.spyOn(world.get(ManifestRowAdmitter), 'admit').mockRejectedValue(new Error('a fault'));
    const payload = { organizationId: world.home.organizationId, id };
    for (let time = 0; time < 5; time += 1) await expect(world.get(ManifestJobs).admit(payload)).rejects.toThrow('a fault');
    const stopped = await get(id);
    fault.mockRestore();
    await admitManifest(world, id);

    expect(stopped).toMatchObject({ state: 'staged', errorCode: 'MANIFEST_ADMISSION_STOPPED', counts: { admitted: 0, ready: people } });
    expect(await get(id)).toMatchObject({ state: 'closed', errorCode: null, counts: { admitted: people } });
  });

  /** Lets a worker admit up to a part, and holds it there inside its transaction. */
  function stopBeforePart(part: number): { gone: Promise<void>; comeBack: () => void; pid: Promise<number> } {
    let comeBack: () => void = () => undefined;
    let stopped: (pid: number) => void = () => undefined;
    const pid = new Promise<number>((resolve) => (stopped = resolve));
    const gate = new Promise<void>((resolve) => (comeBack = resolve));
    const admitter = world.get(ManifestRowAdmitter);
    const admit = admitter.admit.bind(admitter);
    let calls = 0;
    jest.spyOn(admitter, 'admit').mockImplementation(async (...rest) => {
      calls += 1;
      await admit(...rest);
      if (calls !== part) return;
      const [row] = await world.get(Tx).rows<{ pid: number }>('select pg_backend_pid() as pid');
      stopped(row?.pid ?? 0);
      await gate;
    });
    return { gone: pid.then(() => undefined), comeBack: () => comeBack(), pid };
  }

  async function kill(pid: number): Promise<void> {
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query('select pg_terminate_backend($1)', [pid]);
    await client.end();
  }
});
