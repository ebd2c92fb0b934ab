import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Posada as `npm start` runs it, with the demo data, on folders of its own. */
export interface Product {
  url: string;
  dataDirectory: string;
  /** Everything the process has written so far. */
  output(): string;
  /** Stops it as Ctrl-C does. Gives its exit code. */
  stop(): Promise<number | null>;
  /** Removes its data. */
  remove(): void;
}

/** Folders for a product that does not run yet. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'posada-journey-'));
  chmodSync(home, 0o755);
  return home;
}

/** Starts Posada with everything logged and waits until it says that it is ready. */
export async function startProduct(home: string, port: number, environment: Record<string, string> = {}): Promise<Product> {
  const dataDirectory = join(home, 'data');
  const child = spawn(process.execPath, ['scripts/start.cjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), DATA_DIRECTORY: dataDirectory, MASTER_KEY_FILE: join(home, 'keys', 'master.key'), LOG_LEVEL: 'debug',
      ...environment,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let ended = false;
  void exited.then(() => (ended = true));
  while (!output.includes('Posada is ready')) {
    if (ended) throw new Error(`Posada did not start:\n${output}`);
    await wait(100);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dataDirectory,
    output: () => output,
    stop: () => {
      child.kill('SIGINT');
      return exited;
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
