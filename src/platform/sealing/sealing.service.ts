import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Tx } from '../database/tx';
import { derive, fingerprint, open, seal, token } from './cipher';
import { KEY_PROVIDER, type KeyProvider } from './key-provider';

/** What a process remembers of keys and of values it opens again and again: that many, for that long. */
const REMEMBERED = { max: 20_000, ttl: 10 * 60_000, ttlResolution: 1_000 };

/** A key that seals and opens the values of one subject or of the organization. */
export class SubjectKey {
  constructor(
    private readonly organizationId: string,
    private readonly key: Buffer,
    private readonly opened: LRUCache<string, object>,
  ) {}

  /** Seals a JSON value for one place (`table.column` and row id); it opens nowhere else. */
  seal(place: string, rowId: string, value: unknown): Buffer {
    return seal(this.key, this.context(place, rowId), Buffer.from(JSON.stringify(value)));
  }

  /** Opens what `seal` made for the same place. */
  open<T>(place: string, rowId: string, sealed: Buffer): T {
    return JSON.parse(open(this.key, this.context(place, rowId), sealed).toString()) as T;
  }

  /**
   * Opens a value that lists open again and again (a name). It is remembered by its ciphertext for some minutes and shared, so it is
   * not to be changed; whoever has no key of the subject any more does not get here.
   */
  openShared<T extends object>(place: string, rowId: string, sealed: Buffer): T {
    const name = `${place}|${rowId}|${sealed.toString('latin1')}`;
    const known = this.opened.get(name);
    if (known) return known as T;
    const value = Object.freeze(this.open<T>(place, rowId, sealed));
    this.opened.set(name, value);
    return value;
  }

  /** Seals raw bytes (a file) for one place. */
  sealBytes(place: string, rowId: string, bytes: Buffer): Buffer {
    return seal(this.key, this.context(place, rowId), bytes);
  }

  /** Opens bytes sealed for the same place. */
  openBytes(place: string, rowId: string, sealed: Buffer): Buffer {
    return open(this.key, this.context(place, rowId), sealed);
  }

  private context(place: string, rowId: string): string {
    return `${this.organizationId}|${place}|${rowId}|1`;
  }
}

/** The keys of the organization whose transaction is open: its own, those of its subjects, and its search key. */
@Injectable()
export class Sealing {
  private readonly organizationKeys = new Map<string, Promise<Buffer>>();
  private readonly unwrapped = new LRUCache<string, SubjectKey>(REMEMBERED);
  private readonly opened = new LRUCache<string, object>(REMEMBERED);

  constructor(
    @Inject(KEY_PROVIDER) private readonly provider: KeyProvider,
    private readonly tx: Tx,
  ) {}

  /** Makes and wraps the key of a new organization. */
  newOrganizationKey(organizationId: string): Promise<Buffer> {
    return this.provider.wrap(randomBytes(32), organizationId);
  }

  /** The organization's own key, for what belongs to no single subject. */
  async organization(): Promise<SubjectKey> {
    return this.subjectKey(this.tx.scope.organizationId, derive(await this.organizationKey(), 'seal'));
  }

  /** Makes, wraps and stores the key of a new subject. */
  async newSubject(id: string): Promise<SubjectKey> {
    const keys = await this.newSubjects([id]);
    return keys.get(id) as SubjectKey;
  }

  /** Makes, wraps and stores the keys of several new subjects in one statement. */
  async newSubjects(ids: string[]): Promise<Map<string, SubjectKey>> {
    const { organizationId } = this.tx.scope;
    const wrapping = derive(await this.organizationKey(), 'wrap');
    const keys = ids.map((id) => [id, randomBytes(32)] as const);
    await this.tx.write(
      `insert into data_keys (organization_id, id, wrapped_key)
       select $1, pair.id, pair.wrapped from unnest($2::uuid[], $3::bytea[]) as pair (id, wrapped)`,
      [organizationId, ids, keys.map(([id, key]) => seal(wrapping, `data-key|${organizationId}|${id}`, key))],
    );
    return new Map(keys.map(([id, key]) => [id, this.subjectKey(organizationId, key)]));
  }

  /** The keys of subjects; a subject whose key was destroyed is missing from the answer. */
  async subjects(ids: string[]): Promise<Map<string, SubjectKey>> {
    if (ids.length === 0) return new Map();
    const rows = await this.tx.rows<{ id: string; wrapped_key: Buffer }>('select id, wrapped_key from data_keys where id = any ($1::uuid[])', [ids]);
    return this.unwrap(rows.map((row) => ({ id: row.id, wrappedKey: row.wrapped_key })));
  }

  /**
   * Unwraps keys that a query brought along (`join data_keys`). What was unwrapped is remembered by its wrapped bytes: a key whose row was
   * destroyed brings none along, so it is not found again.
   */
  async unwrap(rows: { id: string; wrappedKey: Buffer }[]): Promise<Map<string, SubjectKey>> {
    const { organizationId } = this.tx.scope;
    const wrapping = derive(await this.organizationKey(), 'wrap');
    return new Map(
      rows.map(({ id, wrappedKey }) => {
        const name = `${organizationId}|${id}|${wrappedKey.toString('latin1')}`;
        return [id, this.unwrapped.get(name) ?? this.remember(name, this.subjectKey(organizationId, open(wrapping, `data-key|${organizationId}|${id}`, wrappedKey)))];
      }),
    );
  }

  /** A keyed fingerprint for exact matches of a column within the organization. */
  async fingerprint(column: string, value: string): Promise<Buffer> {
    return fingerprint(derive(await this.organizationKey(), 'index'), column, value);
  }

  /** The function that turns search words into the organization's keyed tokens. */
  async tokenizer(): Promise<(kind: string, value: string) => number> {
    const key = derive(await this.organizationKey(), 'search');
    return (kind, value) => token(key, kind, value);
  }

  private remember(name: string, key: SubjectKey): SubjectKey {
    this.unwrapped.set(name, key);
    return key;
  }

  private subjectKey(organizationId: string, key: Buffer): SubjectKey {
    return new SubjectKey(organizationId, key, this.opened);
  }

  private organizationKey(): Promise<Buffer> {
    const { organizationId } = this.tx.scope;
    const known = this.organizationKeys.get(organizationId);
    if (known) return known;
    const loading = this.loadOrganizationKey(organizationId);
    this.organizationKeys.set(organizationId, loading);
    loading.catch(() => this.organizationKeys.delete(organizationId));
    return loading;
  }

  private async loadOrganizationKey(organizationId: string): Promise<Buffer> {
    const [row] = await this.tx.rows<{ wrapped_key: Buffer }>('select wrapped_key from organizations where id = $1', [organizationId]);
    if (!row) throw new Error('the organization has no key');
    return this.provider.unwrap(row.wrapped_key, organizationId);
  }
}
