import { mkdtempSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDatabase, startLocalServer, type LocalServer } from '../src/platform/local/embedded-postgres';
import { runMigrations } from '../src/platform/database/run-migrations';
import { migrateQueue } from '../src/platform/queue/queue-connection';

declare global {
  var posadaTestServer: { server: LocalServer; directory: string } | undefined;
}

/** Starts one PostgreSQL for all specs and migrates a template that each spec file copies. */
export default async function globalSetup(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'posada-test-'));
  chmodSync(directory, 0o755);
  const server = await startLocalServer(directory, 'fast');
  globalThis.posadaTestServer = { server, directory };
  const template = await localDatabase(server, 'template_posada');
  await runMigrations(template.owner);
  await migrateQueue(template.queue);
  const facts = join(directory, 'server.json');
  writeFileSync(facts, JSON.stringify({ superuserUrl: server.superuserUrl, passwords: server.passwords }), { mode: 0o600 });
  process.env.POSADA_TEST_SERVER = facts;
}
