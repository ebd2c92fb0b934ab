import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { redisIsInstalled, startRedis, type RedisServer } from '../../../test/support/redis-server';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { ConfigModule } from '../config/config.module';
import { readConfig, type Config } from '../config/config';
import { DatabaseModule } from '../database/database.module';
import { Job, type JobPayload } from './job.decorator';
import { Jobs } from './jobs.service';
import { connectQueue, type QueueConnection } from './queue-connection';
import { QueueModule } from './queue.module';

const ran: { name: string; id: string }[] = [];
const started: string[] = [];
let release: () => void = () => undefined;
let ticks = 0;

@Injectable()
class Probe {
  @Job({ name: 'probe.note', queue: 'work' })
  note({ id }: JobPayload): Promise<void> {
    ran.push({ name: 'probe.note', id });
    return Promise.resolve();
  }

  @Job({ name: 'probe.fails-once', queue: 'work', attempts: 2 })
  failsOnce({ id }: JobPayload): Promise<void> {
    const before = ran.filter((run) => run.id === id).length;
    ran.push({ name: 'probe.fails-once', id });
    return before === 0 ? Promise.reject(new Error('the first try fails')) : Promise.resolve();
  }

  @Job({ name: 'probe.waits', queue: 'work' })
  async waits({ id }: JobPayload): Promise<void> {
    started.push(id);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    ran.push({ name: 'probe.waits', id });
  }

  @Job({ name: 'probe.ticks', queue: 'timers', every: 200 })
  tick(): Promise<void> {
    ticks += 1;
    return Promise.resolve();
  }
}

const backends = redisIsInstalled ? (['postgres', 'redis'] as const) : (['postgres'] as const);

describe.each(backends)('jobs on %s', (backend) => {
  let database: TestDatabase;
  let redis: RedisServer | null = null;
  let config: Config;
  let app: INestApplicationContext;
  let outside: QueueConnection;
  const organizationId = randomUUID();

  const openApp = async (): Promise<INestApplicationContext> => {
    const module = await Test.createTestingModule({
      imports: [ConfigModule.for(config), DatabaseModule.for([]), QueueModule.for({ works: true })],
      providers: [Probe],
    }).compile();
    module.useLogger(false);
    return module.init();
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    redis = backend === 'redis' ? await startRedis() : null;
    config = readConfig({ ...process.env, DATABASE_URL: database.urls.app, QUEUE_DATABASE_URL: database.urls.queue, REDIS_URL: redis?.url });
    app = await openApp();
    outside = connectQueue(config);
  });

  afterAll(async () => {
    await app.close();
    await outside.close();
    await redis?.stop();
    await database.drop();
  });

  beforeEach(() => {
    ran.length = 0;
    started.length = 0;
  });

  it('runs on the backend that the configuration chose', () => {
    expect(outside.backend).toBe(backend);
  });

  it('gives the ids to the handler, once', async () => {
    const id = randomUUID();

    await app.get(Jobs).add('probe.note', { organizationId, id });

    await until(() => ran.length > 0);
    await wait(150);
    expect(ran).toEqual([{ name: 'probe.note', id }]);
  });

  it('wakes one worker when the same row is asked for again while it is worked on', async () => {
    const id = randomUUID();
    const jobs = app.get(Jobs);

    await Promise.all([1, 2, 3].map(() => jobs.add('probe.waits', { organizationId, id })));
    await until(() => started.length > 0);
    await jobs.add('probe.waits', { organizationId, id });
    release();

    await until(() => ran.length > 0);
    await wait(150);
    expect(started).toEqual([id]);
  });

  it('tries again what threw', async () => {
    const id = randomUUID();

    await app.get(Jobs).add('probe.fails-once', { organizationId, id });

    await until(() => ran.length === 2);
    expect(ran.map((run) => run.id)).toEqual([id, id]);
  });

  it('does not hand over a payload that is no pair of ids', async () => {
    const queue = outside.queue('work');
    await queue.add('probe.note', { organizationId, id: 'Maria' }, { attempts: 1, removeOnFail: true });
    const after = randomUUID();
    await app.get(Jobs).add('probe.note', { organizationId, id: after });

    await until(() => ran.length > 0);
    await wait(150);
    expect(ran).toEqual([{ name: 'probe.note', id: after }]);
    await queue.close();
  });

  it('refuses to add a job that nobody declared', async () => {
    await expect(app.get(Jobs).add('probe.unknown', { organizationId, id: randomUUID() })).rejects.toThrow('there is no job probe.unknown');
  });

  it('sets its timers again after the queue was emptied', async () => {
    await until(() => ticks > 0);
    const queue = outside.queue('timers');
    await queue.removeJobScheduler('probe.ticks');
    await queue.obliterate({ force: true });
    await wait(500);
    const stopped = ticks;
    await wait(500);
    expect(ticks).toBe(stopped);

    await app.close();
    app = await openApp();

    await until(() => ticks > stopped);
    await queue.close();
  });
});

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not happen within 10 s');
    await wait(20);
  }
}
