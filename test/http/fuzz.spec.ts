import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles, type Role } from '../../src/auth/permissions';
import { UsersRepository } from '../../src/auth/users.repository';
import { Problem } from '../../src/platform/errors/problem';
import { decisions, whoMay, type Decision } from '../security/decisions';
import { freshSession, keeperOf, type Place } from '../security/place';
import { recordAt, records, type RecordKind } from '../security/records';
import { sampleAt } from '../security/samples';
import { openPlainClient, type PlainClient } from '../support/plain-request';
import { openWorld, type World } from '../support/world';
import { Chance } from './fuzz/chance';
import { asksOf, requestFor, type Ask, type Description } from './fuzz/requests';
import { ValueMaker } from './fuzz/values';
import { wrongWith } from './fuzz/verdict';

const SEED = Number(process.env.POSADA_FUZZ_SEED ?? 20260301);
const REQUESTS = Number(process.env.POSADA_FUZZ_REQUESTS ?? 10_000);
const AT_ONCE = 8;

/** Those who get past the door of an operation: behind it there is more to break. */
function rolesFor(ask: Ask): readonly Role[] {
  const who = rowOf(ask)?.[1];
  return who === undefined || who === 'everybody' ? roles : whoMay[who];
}

function rowOf({ method, path }: Ask): Decision | undefined {
  return decisions.find(([route]) => route === `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
}

describe('the API, asked for anything', () => {
  let world: World;
  let client: PlainClient;
  let description: Description;
  let values: ValueMaker;
  let asks: Ask[];

  beforeAll(async () => {
    world = await openWorld();
    client = await openPlainClient(world.app);
    description = await describedApi();
    values = new ValueMaker(description.components?.schemas ?? {}, await someIds());
    asks = await Promise.all(asksOf(description).map(async (ask) => ({ ...ask, samples: await samplesFor(ask) })));
  }, 60_000);

  afterAll(async () => {
    client.close();
    await world.close();
  });

  /** The committed description knows the fields; what was added since is asked without them. */
  const describedApi = async (): Promise<Description> => {
    const running = JSON.parse((await client.send({ method: 'GET', path: '/api/openapi.json' }, null)).text) as Description;
    const file = join(process.cwd(), 'docs', 'openapi.json');
    if (!existsSync(file)) return running;
    const committed = JSON.parse(readFileSync(file, 'utf8')) as Description;
    return { ...committed, paths: { ...running.paths, ...committed.paths } };
  };

  /** Records of both organizations and of both sites, by the word that names of fields and paths have for them. */
  const someIds = async (): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = { site: [world.home.house, world.home.house, world.home.house, world.home.house, world.home.annex, world.elsewhere.house] };
    for (const [home, siteId] of [[world.home, world.home.house], [world.home, world.home.annex], [world.elsewhere, world.elsewhere.house]] as const) {
      const place: Place = { world: { run: world.run, get: world.get, home }, siteId, keeper: await keeperOf(world, home), userId: home.users.coordinator };
      for (const kind of (Object.keys(records) as RecordKind[]).filter((name) => name !== 'site')) {
        const ids = await recordAt(kind, place);
        const words = kind.split(' and ').map((word) => word.replace(/ |^own /g, '').toLowerCase());
        // What the caller may reach is asked for more often than what does not exist for them.
        const times = siteId === world.home.house ? 4 : 1;
        ids.forEach((id, at) => (found[words[at] ?? kind] ??= []).push(...Array.from({ length: times }, () => id)));
      }
    }
    return found;
  };

  /** Bodies of the decision table that get as far as the record. */
  const samplesFor = async (ask: Ask): Promise<object[]> => {
    const sample = rowOf(ask)?.[3];
    if (sample === undefined || ask.method === 'GET') return [];
    const { run, get, home } = world;
    const place: Place = { world: { run, get, home }, siteId: home.house, keeper: await keeperOf(world, home), userId: home.users.coordinator };
    return Promise.all([sampleAt(sample, place), sampleAt(sample, place), sampleAt(sample, place)]);
  };

  /** Asks so many times; answers what was wrong, each with the number that repeats it. */
  const fuzz = async (asks: Ask[], count: number): Promise<{ found: string[]; statuses: Map<number, number> }> => {
    const tokens = new Map<Role, string>();
    const found: string[] = [];
    const statuses = new Map<number, number>();
    let at = 0;
    const askOn = async (): Promise<void> => {
      while (at < count) {
        const number = at;
        at += 1;
        const chance = new Chance(SEED + number * 7919);
        const ask = asks[number % asks.length] as Ask;
        const role = chance.happens(0.05) ? null : chance.of(chance.happens(0.8) ? rolesFor(ask) : roles);
        if (role && !tokens.has(role)) tokens.set(role, await freshSession(world, world.home, world.home.users[role]));
        const request = requestFor(ask, values, chance);
        const answer = await client.send(request, role ? (tokens.get(role) ?? null) : null).catch((error: Error) => ({ status: 599, type: '', text: error.message }));
        if (role && answer.status === 401) tokens.delete(role);
        if (role && request.method === 'DELETE' && request.path.startsWith('/api/sessions')) tokens.delete(role);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const wrong = wrongWith(answer);
        if (wrong) found.push(`#${number} ${role ?? 'nobody'} ${request.method} ${request.path.slice(0, 200)} ${String(request.body ?? '').slice(0, 300)} → ${wrong}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askOn));
    return { found, statuses };
  };

  it(`answers ${REQUESTS} requests without breaking, and every refusal with a code and a sentence`, async () => {
    const { found, statuses } = await fuzz(asks, REQUESTS);

    process.stdout.write(`fuzz: seed ${SEED}, ${REQUESTS} requests, ${asks.length} operations, answers ${JSON.stringify(Object.fromEntries([...statuses].sort()))}\n`);
    expect(found.slice(0, 25)).toEqual([]);
    expect([...statuses].filter(([status]) => status < 300).reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(REQUESTS / 100);
  }, 600_000);

  describe('with a planted mistake', () => {
    const asksFor = (wanted: string): Ask[] => asks.filter(({ method, path }) => method === 'GET' && path === wanted);

    it('finds a crash that only a record that exists brings about', async () => {
      const real = UsersRepository.prototype.find;
      jest.spyOn(UsersRepository.prototype, 'find').mockImplementation(async function find(this: UsersRepository, organizationId, id) {
        if (await real.call(this, organizationId, id)) throw new TypeError('the planted crash');
        return null;
      });
      const { found } = await fuzz(asksFor('/api/users/{id}'), 200);
      jest.restoreAllMocks();

      expect(found.length).toBeGreaterThan(0);
      expect(found[0]).toMatch(/GET \/api\/users\/.* → 500$/);
    });

    it('finds an answer that tells what was asked of the database', async () => {
      jest.spyOn(UsersRepository.prototype, 'page').mockRejectedValue(new Problem('INVALID', 400, 'select id from users where id = 1'));
      const { found } = await fuzz(asksFor('/api/users'), 100);
      jest.restoreAllMocks();

      expect(found.some((line) => line.includes('tells how it is built'))).toBe(true);
    });
  });
});
