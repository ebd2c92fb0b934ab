import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { open, seal } from './cipher';

/**
 * Keeps the master key and lends it out only as two verbs, so that a key service outside of the process can take its place.
 * The master key never lies in the database or beside its files.
 */
export interface KeyProvider {
  /** Seals another key under the master key. */
  wrap(key: Buffer, owner: string): Promise<Buffer>;
  /** Opens a key that `wrap` sealed for the same owner. */
  unwrap(wrapped: Buffer, owner: string): Promise<Buffer>;
}

/** The key provider, injectable by this token. */
export const KEY_PROVIDER = Symbol('key provider');

/** The master key in a file that only the service's user can read. */
export class LocalKeyFile implements KeyProvider {
  private constructor(private readonly master: Buffer) {}

  /**
   * Reads the key file.
   * @throws Error when the file is missing, malformed or readable by others.
   */
  static read(path: string): LocalKeyFile {
    if (!existsSync(path)) throw new Error(`Posada cannot start: there is no master key at ${path} (MASTER_KEY_FILE).`);
    if ((statSync(path).mode & 0o077) !== 0) throw new Error(`Posada cannot start: ${path} can be read by others; run chmod 600 on it.`);
    const master = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
    if (master.length !== 32) throw new Error(`Posada cannot start: ${path} must hold 32 bytes in base64.`);
    return new LocalKeyFile(master);
  }

  /** Writes a new random key file unless there is one. */
  static create(path: string): void {
    if (existsSync(path)) return;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }

  wrap(key: Buffer, owner: string): Promise<Buffer> {
    return Promise.resolve(seal(this.master, `organization-key|${owner}`, key));
  }

  unwrap(wrapped: Buffer, owner: string): Promise<Buffer> {
    return Promise.resolve(open(this.master, `organization-key|${owner}`, wrapped));
  }
}
