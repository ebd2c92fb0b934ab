import { Client } from 'pg';
import type { Role } from '../../src/auth/permissions';
import { openPlainClient, type PlainAnswer, type PlainClient } from '../support/plain-request';
import { openWorld, type World } from '../support/world';
import { decisions, whoMay, type Decision } from './decisions';
import { freshSession, keeperOf, type Place } from './place';
import type { RecordKind } from './records';
import { sampleAt } from './samples';
import { absentIds, forgetCases, sealEverything, type SealedWorld } from './sealed-world';

/** Who looks: on no team, with roles that see everything else at the site. */
const outsiders: readonly Role[] = ['supervisor', 'caseworker', 'coordinator', 'grant_administrator'];
const PAIRS = 10;
const PAIRS_AT_THE_DOOR = 100;
/** Of the people on sealed cases so many are looked up in every list about a person. */
const PEOPLE = 6;
const NOISE_MILLISECONDS = 4;
const NOISE_FACTOR = 2;
/** Reads that are sent as a POST so that what is looked for is in no address. */
const readsByPost = /\/(search|matches|suggestions)$/;

describe('a sealed case, for somebody who is not on its team', () => {
  let world: World;
  let client: PlainClient;
  let superuser: Client;
  let sealed: SealedWorld;
  let place: Place;
  const tokens = new Map<Role, string>();
  const samples = new Map<string, object>();

  beforeAll(async () => {
    world = await openWorld();
    client = await openPlainClient(world.app);
    superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    place = { world: { run: world.run, get: world.get, home: world.home }, siteId: world.home.house, keeper: await keeperOf(world, world.home), userId: world.home.users.supervisor };
    for (const role of Object.keys(world.home.users) as Role[]) tokens.set(role, await freshSession(world, world.home, world.home.users[role]));
    sealed = await sealEverything(world, outsiders.map((role) => world.home.users[role]));
    // Made once and beforehand: making a sample makes people and beds, and lists would show them.
    for (const [route, , , sample = {}] of decisions) samples.set(route, await sampleAt(sample, place));
  }, 120_000);

  afterAll(async () => {
    client.close();
    await superuser.end();
    await world.close();
  });

  const onCases = (): Decision[] => decisions.filter(([, , reach]) => reach !== undefined && sealed.records.has(reach as RecordKind));

  it('is asked for by every route that names a case or a record on one', () => {
    const named = decisions.filter(([route]) => route.includes('/cases/:id')).map(([route]) => route);

    expect(onCases().map(([route]) => route)).toEqual(expect.arrayContaining(named));
    expect(onCases().length).toBeGreaterThan(30);
  });

  it('answers every route like one that does not exist', async () => {
    const found: string[] = [];
    for (const decision of onCases()) found.push(...(await tellsApart(decision)));

    expect(found).toEqual([]);
  }, 120_000);

  it('takes as long as one that does not exist', async () => {
    const found: string[] = [];
    for (const decision of onCases()) found.push(...(await takesLonger(decision, decision[0] === 'GET /api/cases/:id' ? PAIRS_AT_THE_DOOR : PAIRS)));

    expect(found).toEqual([]);
  }, 240_000);

  it('would be found out by a seal that does not hold, by an answer of its own and by a pause', async () => {
    const door = decisions.find(([route]) => route === 'GET /api/cases/:id') as Decision;
    await superuser.query('alter policy case_is_seen on cases using (true)');
    const open = await tellsApart(door);
    await superuser.query('alter policy case_is_seen on cases using (not sealed or (select sec.acting_user()) is null or sec.on_case_team(id))');
    const { rows } = await superuser.query<{ body: string }>("select pg_get_functiondef('sec.on_case_team(uuid)'::regprocedure) as body");
    await superuser.query("create or replace function sec.on_case_team(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$ select pg_sleep(0.03) is null $$");
    const slow = await takesLonger(door, PAIRS);
    await superuser.query(rows[0]?.body ?? '');

    expect(open).toContainEqual(expect.stringContaining('GET /api/cases/:id'));
    expect(slow).toContainEqual(expect.stringContaining('GET /api/cases/:id'));
    expect(await tellsApart(door)).toEqual([]);
  }, 60_000);

  // Last, because it takes the cases away: what is left when there was never a case must be what was shown while they were sealed.
  it('is in no list, count or search: they say the same as if it had never been', async () => {
    const before = await everyList();
    await superuser.query('alter policy case_is_seen on cases using (true)');
    const withoutSeal = await everyList();
    await superuser.query('alter policy case_is_seen on cases using (not sealed or (select sec.acting_user()) is null or sec.on_case_team(id))');
    await forgetCases(superuser, sealed.caseIds);
    const after = await everyList();

    expect([...before.keys()].length).toBeGreaterThan(60);
    expect(differences(before, after)).toEqual([]);
    expect(differences(withoutSeal, after).length).toBeGreaterThan(0);
  }, 240_000);

  async function tellsApart(decision: Decision): Promise<string[]> {
    const found: string[] = [];
    for (const role of lookersAt(decision)) {
      const [hidden, absent] = [await send(decision[0], role, sealedIds(decision)), await send(decision[0], role, absentIds(decision[0]))];
      if (hidden.status !== 404 || hidden.text !== absent.text || hidden.type !== absent.type) {
        found.push(`${role}: ${decision[0]} answers ${hidden.status} ${hidden.text.slice(0, 200)}; where there is nothing ${absent.status} ${absent.text.slice(0, 200)}`);
      }
    }
    return found;
  }

  /** Requests in turn, so that whatever slows the machine down slows both. What is out of the noise is measured again before it counts. */
  async function takesLonger(decision: Decision, pairs: number, again = 3): Promise<string[]> {
    const [role] = lookersAt(decision);
    if (!role) return [];
    const took: [hidden: number[], absent: number[]] = [[], []];
    for (let at = 0; at < pairs; at += 1) {
      for (const which of [0, 1] as const) {
        const ids = which === 0 ? sealedIds(decision) : absentIds(decision[0]);
        const began = performance.now();
        await send(decision[0], role, ids);
        took[which].push(performance.now() - began);
      }
    }
    const [hidden, absent] = [median(took[0]), median(took[1])];
    const isNoise = Math.abs(hidden - absent) < NOISE_MILLISECONDS || (hidden < absent * NOISE_FACTOR && absent < hidden * NOISE_FACTOR);
    if (isNoise) return [];
    return again > 1 ? takesLonger(decision, pairs, again - 1) : [`${decision[0]} takes ${hidden.toFixed(1)} ms for a sealed case and ${absent.toFixed(1)} ms where there is nothing`];
  }

  /** Every list, count and search that the outsiders may ask for, and every page of the people the cases are about. */
  async function everyList(): Promise<Map<string, string>> {
    const answers = new Map<string, string>();
    for (const decision of decisions) {
      const [route, who, reach = 'organization'] = decision;
      if (who === 'everybody' || who === 'account.own' || !(route.startsWith('GET ') || readsByPost.test(route))) continue;
      const ids = { organization: [''], query: [''], body: [''], person: sealed.personIds.slice(-PEOPLE), party: sealed.partyIds.slice(-PEOPLE) }[reach as string];
      for (const role of lookersAt(decision)) {
        for (const id of ids ?? []) answers.set(`${role}: ${route} ${id}`, plain(await send(route, role, id ? [id] : [])));
      }
    }
    return answers;
  }

  function lookersAt([, who]: Decision): Role[] {
    return who === 'everybody' ? [] : outsiders.filter((role) => (whoMay[who] as readonly Role[]).includes(role));
  }

  function sealedIds([, , reach]: Decision): string[] {
    return sealed.records.get(reach as RecordKind)?.ids ?? [];
  }

  function send(route: string, role: Role, ids: string[]): Promise<PlainAnswer> {
    const sample = samples.get(route) ?? {};
    const [method = '', pattern = ''] = route.split(' ');
    const rest = [...ids];
    const path = pattern.replace(/:\w+/g, () => rest.shift() ?? '');
    const token = tokens.get(role) ?? null;
    if (method !== 'GET') return client.send({ method, path, body: sample }, token);
    const query = new URLSearchParams(Object.entries(sample) as [string, string][]).toString();
    return client.send({ method, path: query ? `${path}?${query}` : path }, token);
  }
});

function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...one].flatMap(([asked, answer]) => {
    const later = other.get(asked) ?? '';
    const at = [...answer].findIndex((character, place) => character !== later[place]);
    return answer === later ? [] : [`${asked}: ${answer.slice(Math.max(0, at - 80), at + 120)} … ${later.slice(Math.max(0, at - 80), at + 120)}`];
  });
}

/** An answer without the moment at which it was given. */
function plain({ status, text }: PlainAnswer): string {
  return `${status} ${text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment')}`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
