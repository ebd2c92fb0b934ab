import { Inject, Injectable } from '@nestjs/common';
import { Tx } from '../database/tx';
import { FILE_STORE, newStoredName, type FileStore } from './file-store';

/**
 * Files that rows of features point to. The order is what keeps them whole: bytes are put first and belong to nobody; a row keeps them in the
 * same transaction as the record they belong to. Whatever dies in between leaves bytes without a row, which the sweep removes.
 */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly tx: Tx,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** Puts sealed bytes into the store and gives their name. Call it outside of a transaction: bytes travel slowly. */
  async put(organizationId: string, sealed: Buffer): Promise<string> {
    const name = newStoredName(organizationId);
    await this.store.put(name, sealed);
    return name;
  }

  /** Says, in the open transaction, that the bytes of a name are kept. Gives the id of the row. */
  async keep(name: string, bytes: number): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>('insert into stored_files (organization_id, name, bytes) values ($1, $2, $3) returning id', [
      this.tx.scope.organizationId, name, bytes,
    ]);
    return row?.id ?? '';
  }

  /** The sealed bytes of a name; null when the store has lost them. */
  read(name: string): Promise<Buffer | null> {
    return this.store.get(name);
  }

  /** Ends the keeping in the open transaction; the bytes go when it has committed, or with the next sweep. */
  async drop(id: string): Promise<void> {
    const [row] = await this.tx.rows<{ name: string }>('delete from stored_files where organization_id = $1 and id = $2 returning name', [this.tx.scope.organizationId, id]);
    if (row) this.tx.afterCommit(() => this.store.remove(row.name));
  }

  /** Takes back bytes that were put and will not be kept. When the store does not answer, the sweep does it. */
  async takeBack(name: string): Promise<void> {
    await this.store.remove(name).catch(() => undefined);
  }
}
