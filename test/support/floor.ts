import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Tx, type TxScope } from '../../src/platform/database/tx';
import { open, seal } from '../../src/platform/sealing/cipher';
import type { KeyProvider } from '../../src/platform/sealing/key-provider';
import { Sealing } from '../../src/platform/sealing/sealing.service';
import { openTestDatabase, type TestDatabase } from './test-database';

/** The ground floor without the HTTP application: a database, transactions, sealing. */
export interface Floor {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly tx: Tx;
  readonly sealing: Sealing;
  /** The master key, for a second worker on the same database. */
  readonly keys: KeyProvider;
  /** Makes an organization and gives the scope of its system work. */
  organization(name?: string): Promise<TxScope>;
  close(): Promise<void>;
}

/** A master key that lives as long as the spec. */
class KeyInMemory implements KeyProvider {
  private readonly master = randomBytes(32);

  wrap(key: Buffer, owner: string): Promise<Buffer> {
    return Promise.resolve(seal(this.master, owner, key));
  }

  unwrap(wrapped: Buffer, owner: string): Promise<Buffer> {
    return Promise.resolve(open(this.master, owner, wrapped));
  }
}

/** Opens a floor on a database of its own. */
export async function openFloor(): Promise<Floor> {
  const database = await openTestDatabase();
  const dataSource = await database.connect();
  const tx = new Tx(dataSource);
  const keys = new KeyInMemory();
  const sealing = new Sealing(keys, tx);
  return {
    database,
    dataSource,
    tx,
    sealing,
    keys,
    organization: async (name = 'An organization') => {
      const scope: TxScope = { organizationId: randomUUID(), userId: null };
      const wrapped = await sealing.newOrganizationKey(scope.organizationId);
      await tx.run(scope, () =>
        tx.write('insert into organizations (id, name, code, wrapped_key) values ($1, $2, $3, $4)', [
          scope.organizationId,
          name,
          scope.organizationId.slice(0, 8),
          wrapped,
        ]),
      );
      return scope;
    },
    close: () => database.drop(),
  };
}
