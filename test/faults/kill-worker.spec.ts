import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ContactPoints } from '../../src/people/contact-points.service';
import { CONFIG, type Config } from '../../src/platform/config/config';
import { Tx } from '../../src/platform/database/tx';
import { Jobs } from '../../src/platform/queue/jobs.service';
import { Sealing } from '../../src/platform/sealing/sealing.service';
import { SETTINGS_PLACE } from '../../src/reminders/messages/channel-providers';
import { Messages } from '../../src/reminders/messages/messages.service';
import { buildParty } from '../support/build-people';
import { redisIsInstalled, startRedis, type RedisServer } from '../support/redis-server';
import { openWorld, type World } from '../support/world';
import { openMessageSink, type MessageSink } from './message-sink';

/** The short form. The whole lane is `npm run faults`. */
const KILLS = Number(process.env.FAULT_KILLS ?? 10);
const MESSAGES = Number(process.env.FAULT_MESSAGES ?? 100);
const SEED = Number(process.env.FAULT_SEED ?? 20260302);
/** How long a worker is left alone when nothing more reaches the sink: what it has left is claimed by one that was killed. */
const PATIENCE = 4_000;

/** Where the messages were when their worker was killed. */
const phases = ['due', 'claimed, not handed over', 'handed over, not recorded', 'recorded'] as const;

/** A small generator with a seed, so that a bad run can be run again. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.each([
  ['PostgreSQL', false],
  ...(redisIsInstalled ? [['Redis', true] as const] : []),
] as const)('a worker that is killed while it sends, with the queue on %s', (backend, onRedis) => {
  let world: World;
  let redis: RedisServer | null = null;
  let sink: MessageSink;
  let worker: ChildProcess | null = null;
  const random = seeded(SEED);

  beforeAll(async () => {
    execFileSync(process.execPath, ['scripts/build.cjs'], { stdio: 'ignore' });
    if (onRedis) redis = await startRedis();
    world = await openWorld({ demo: true, redisUrl: redis?.url });
  }, 180_000);

  beforeEach(async () => {
    sink = await openMessageSink(random);
    await inside(async () => {
      const settings = (await world.get(Sealing).organization()).seal(SETTINGS_PLACE, 'sms_gateway', { url: sink.url, secret: 'a secret of the spec' });
      await world.get(Tx).write(
        `insert into channels (organization_id, kind, state, per_minute, settings_sealed) values ($1, 'sms_gateway', 'on', 100000, $2)
         on conflict on constraint channels_one_of_a_kind do update set settings_sealed = excluded.settings_sealed`,
        [world.home.organizationId, settings],
      );
    });
  });

  afterEach(async () => {
    await kill();
    await sink.close();
  });

  afterAll(async () => {
    await world.close();
    await redis?.stop();
  });

  const inside = <T>(work: () => Promise<T>): Promise<T> => world.run(world.home.system, work);

  const writeMessages = async (count: number): Promise<string[]> => {
    const [personId = ''] = (await buildParty(world)).personIds;
    return inside(async () => {
      const [contactPointId = ''] = await world.get(ContactPoints).write(personId, [{ channel: 'phone', value: '+12105550143', owner: 'self', safeToText: true }]);
      const draft = { personId, contactPointId, channel: 'sms' as const, kind: 'call_us', to: '+12105550143', text: 'Please call this number.' };
      return world.get(Messages).writeMany(Array.from({ length: count }, () => draft));
    });
  };

  const startWorker = async (): Promise<void> => {
    const config = world.app.get<Config>(CONFIG);
    worker = spawn(process.execPath, ['dist/src/worker.js'], {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH, DATABASE_URL: world.database.urls.app, QUEUE_DATABASE_URL: world.database.urls.queue, REDIS_URL: redis?.url ?? '',
        MASTER_KEY_FILE: config.masterKeyFile, FILES_DIRECTORY: config.filesDirectory, DEMO: 'true', LOG_LEVEL: 'silent',
      },
    });
    // The sweep comes by itself within half a minute; asking for it now keeps the spec short.
    await world.get(Jobs).add('messages.sweep', { organizationId: world.home.organizationId, id: randomUUID() });
  };

  const kill = async (): Promise<void> => {
    const child = worker;
    worker = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };

  const waiting = async (ids: string[]): Promise<number> =>
    (await inside(() => world.get(Tx).rows<{ n: number }>(`select count(*)::int as n from messages where id = any ($1::uuid[]) and state in ('due', 'claimed')`, [ids])))[0]?.n ?? 0;

  const countPhases = async (ids: string[], histogram: Map<string, number>): Promise<void> => {
    const rows = await inside(() => world.get(Tx).rows<{ id: string; state: string }>('select id, state from messages where id = any ($1::uuid[])', [ids]));
    for (const { id, state } of rows) {
      const phase = state === 'due' ? phases[0] : state !== 'claimed' ? phases[3] : sink.taken.has(id) ? phases[2] : phases[1];
      histogram.set(phase, (histogram.get(phase) ?? 0) + 1);
    }
  };

  /** Kills workers until so many were killed, lets the last one finish, and gives what the phone showed and where the kills hit. */
  const killWhileSending = async (ids: string[], kills: number, afterKill: string): Promise<Map<string, number>> => {
    const histogram = new Map<string, number>();
    for (let killed = 0; killed <= kills; killed += 1) {
      await startWorker();
      const enough = killed === kills ? Number.POSITIVE_INFINITY : sink.total() + 1 + Math.floor(random() * (MESSAGES / kills) * 2);
      const until = Date.now() + PATIENCE;
      while (sink.total() < enough && Date.now() < until && (await waiting(ids)) > 0) await wait(5);
      if (killed < kills) await wait(random() * 40);
      await kill();
      if (killed < kills) await countPhases(ids, histogram);
      // As if the time of the claims had passed: their worker is gone for certain.
      await inside(() => world.get(Tx).write(afterKill));
      if ((await waiting(ids)) === 0) break;
    }
    return histogram;
  };

  const lostAndDoubled = (ids: string[]): { lost: number; doubled: number } => ({
    lost: ids.filter((id) => !sink.taken.has(id)).length,
    doubled: ids.filter((id) => (sink.taken.get(id) ?? 0) > 1).length,
  });

  it(`loses none and sends none twice (seed ${SEED})`, async () => {
    const ids = await writeMessages(MESSAGES);
    const histogram = await killWhileSending(ids, KILLS, EXPIRE);
    for (let round = 0; round < 20 && (await waiting(ids)) > 0; round += 1) {
      await inside(() => world.get(Tx).write(EXPIRE));
      await startWorker();
      for (const until = Date.now() + PATIENCE; Date.now() < until && (await waiting(ids)) > 0; ) await wait(50);
      await kill();
    }
    const hits = [...histogram.values()].reduce((sum, count) => sum + count, 0);
    console.log(`${backend}: ${ids.length} messages, ${hits / ids.length} kills. When killed: ${phases.map((phase) => `${phase} ${histogram.get(phase) ?? 0}`).join(', ')}`);

    expect([...histogram.keys()].length).toBeGreaterThan(2);
    expect({ waiting: await waiting(ids), ...lostAndDoubled(ids) }).toEqual({ waiting: 0, lost: 0, doubled: 0 });
  }, 3_600_000);

  it('would be found out if it sent again what it does not know', async () => {
    const ids = await writeMessages(60);
    await killWhileSending(ids, 4, BLINDLY_AGAIN);

    expect(lostAndDoubled(ids).doubled).toBeGreaterThan(0);
  }, 240_000);
});

const EXPIRE = `update messages set claimed_until = claimed_at where state = 'claimed'`;
const BLINDLY_AGAIN = `update messages set state = 'due', claimed_until = null where state = 'claimed'`;
