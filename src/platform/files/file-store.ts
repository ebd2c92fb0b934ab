import { randomBytes } from 'node:crypto';

/** A file that lies in the store. */
export interface StoredName {
  name: string;
  storedAt: Date;
}

/**
 * Where the bytes of files lie: a folder or an object storage. It knows names and bytes only. What the bytes are, and whose, is known by
 * rows of the database, and the bytes are sealed before they come here.
 */
export interface FileStore {
  /** Keeps bytes under a new name. When it returns, they survive a loss of power. */
  put(name: string, bytes: Buffer): Promise<void>;
  /** The bytes of a name, or null when there are none. */
  get(name: string): Promise<Buffer | null>;
  /** Removes the bytes of a name; nothing happens when there are none. */
  remove(name: string): Promise<void>;
  /** Every name of an area, also those that were left half written. */
  list(area: string): AsyncIterable<StoredName>;
}

/** The store of this installation, injectable by this token. */
export const FILE_STORE = Symbol('file store');

/** What names look like. Nothing else reaches a folder or a bucket. */
const nameShape = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{32}$/;

/** A new random name in an area (the id of an organization), spread over 256 folders. */
export function newStoredName(area: string): string {
  const random = randomBytes(16).toString('hex');
  return `${area}/${random.slice(0, 2)}/${random}`;
}

/** Throws when a name is not one that `newStoredName` makes. */
export function requireStoredName(name: string): void {
  if (!nameShape.test(name)) throw new Error('this is not the name of a stored file');
}
