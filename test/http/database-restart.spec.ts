import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { appDataSource } from '../../src/platform/database/data-source-options';
import { runMigrations } from '../../src/platform/database/run-migrations';
import { Tx } from '../../src/platform/database/tx';
import { localDatabase, startLocalServer, type LocalServer } from '../../src/platform/local/embedded-postgres';
import { migrateQueue } from '../../src/platform/queue/queue-connection';
import type { TestDatabase } from '../support/test-database';
import { openWorld, type World } from '../support/world';

interface Answer {
  status: number;
  retryAfter: string | undefined;
  id: string | undefined;
}

describe('PostgreSQL restarted under load', () => {
  let directory: string;
  let server: LocalServer;
  let world: World;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'posada-restart-'));
    chmodSync(directory, 0o755);
    server = await startLocalServer(directory, 'safe');
    const urls = await localDatabase(server, 'posada');
    await runMigrations(urls.owner);
    await migrateQueue(urls.queue);
    const database: TestDatabase = {
      urls,
      superuserUrl: server.superuserUrl,
      connect: () => new DataSource(appDataSource(urls.app, 2, [])).initialize(),
      drop: () => Promise.resolve(),
    };
    world = await openWorld({ database, works: true });
  }, 60_000);

  afterAll(async () => {
    await world.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('answers 503 with Retry-After meanwhile, is back within 10 s, and has kept every write it confirmed', async () => {
    const answers: Answer[] = [];
    let ends = false;
    const announce = async (): Promise<void> => {
      while (!ends) {
        const answer = await world.as('coordinator').post('/api/arrivals', { siteId: world.home.house, expectedOn: '2026-03-02', source: 'bus', peopleExpected: 50 });
        answers.push({ status: answer.status, retryAfter: answer.get('Retry-After'), id: (answer.body as { id?: string }).id });
      }
    };
    const load = Promise.all([1, 2, 3, 4].map(announce));
    await wait(500);
    const port = Number(new URL(server.superuserUrl).port);
    await server.stop();
    await wait(1000);
    server = await startLocalServer(directory, 'safe', port);
    const restartedAt = Date.now();
    const before = answers.length;
    while (!answers.slice(before).some(({ status }) => status === 201) && Date.now() - restartedAt < 10_000) await wait(50);
    ends = true;
    await load;

    expect(answers.slice(before).some(({ status }) => status === 201)).toBe(true);
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([201, 503]);
    expect(answers.filter(({ status, retryAfter }) => status === 503 && retryAfter === undefined)).toEqual([]);
    const confirmed = answers.flatMap(({ id }) => id ?? []);
    const found = await world.run(world.home.system, () =>
      world.get(Tx).rows<{ id: string }>('select id from arrivals where id = any($1)', [confirmed]),
    );
    expect(found).toHaveLength(confirmed.length);
  }, 60_000);
});
