import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

const LOCK = 'posada.pid';

/**
 * Claims a data directory for this process.
 * @throws Error when another running Posada has it.
 */
export function claimDirectory(home: string): () => void {
  const lock = join(home, LOCK);
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Error(`Posada runs already with the data in ${home} (process ${holder}). Stop it first, or choose another DATA_DIRECTORY.`);
  }
  writeFileSync(lock, String(process.pid));
  return () => rmSync(lock, { force: true });
}

/** Stops a PostgreSQL that a killed Posada left running on the same files, so that a new one can take over. */
export async function stopLeftover(postgresDirectory: string, password: string): Promise<void> {
  const pidFile = join(postgresDirectory, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  const server = Number(pid);
  if (!isAlive(server) || !(await servesDirectory(Number(port), password, postgresDirectory))) return;
  process.kill(server, 'SIGINT');
  for (let tries = 0; tries < 100 && existsSync(pidFile); tries += 1) await wait(100);
}

async function servesDirectory(port: number, password: string, directory: string): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres', connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === directory;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
