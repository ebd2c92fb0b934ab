import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Tx } from '../database/tx';
import { Job } from '../queue/job.decorator';
import { Jobs } from '../queue/jobs.service';
import { FILE_STORE, type FileStore, type StoredName } from './file-store';

const EVERY_SIX_HOURS = 6 * 60 * 60 * 1000;
/** How long bytes may lie without a row: longer than any upload takes to commit. */
const PATIENCE = 24 * 60 * 60 * 1000;
const BATCH = 500;

/** Keeps the store and its rows equal: removes bytes that no row keeps, and reports rows whose bytes are gone. */
@Injectable()
export class StoredFilesSweep {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly tx: Tx,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** Goes through the files of every organization. One whose store does not answer does not stop the others. */
  @Job({ name: 'files.sweep', queue: 'timers', every: EVERY_SIX_HOURS })
  async sweep(): Promise<void> {
    const organizations: string[] = [];
    await this.jobs.forEachOrganization(async (organizationId) => void organizations.push(organizationId));
    for (const organizationId of organizations) {
      await this.sweepArea(organizationId).catch((error: Error) => this.logger.error({ event: 'files-sweep-failed', error: error.name }));
    }
  }

  private async sweepArea(organizationId: string): Promise<void> {
    const before = this.clock.now().getTime() - PATIENCE;
    const kept = new Set<string>();
    let removed = 0;
    for await (const batch of batches(this.store.list(organizationId))) {
      const rows = await this.rowsOf(organizationId, batch.map(({ name }) => name));
      for (const { name, storedAt } of batch) {
        if (rows.has(name)) kept.add(name);
        else if (storedAt.getTime() < before) {
          await this.store.remove(name);
          removed += 1;
        }
      }
    }
    const missing = (await this.keptBefore(organizationId, new Date(before))).filter((name) => !kept.has(name)).length;
    if (removed > 0) this.logger.log({ event: 'files-swept', removed });
    if (missing > 0) this.logger.error({ event: 'files-missing', missing });
  }

  private async rowsOf(organizationId: string, names: string[]): Promise<Set<string>> {
    const rows = await this.tx.run({ organizationId, userId: null }, () =>
      this.tx.rows<{ name: string }>('select name from stored_files where organization_id = $1 and name = any ($2::text[])', [organizationId, names]));
    return new Set(rows.map(({ name }) => name));
  }

  private async keptBefore(organizationId: string, before: Date): Promise<string[]> {
    const rows = await this.tx.run({ organizationId, userId: null }, () =>
      this.tx.rows<{ name: string }>('select name from stored_files where organization_id = $1 and stored_at < $2', [organizationId, before]));
    return rows.map(({ name }) => name);
  }
}

async function* batches(names: AsyncIterable<StoredName>): AsyncIterable<StoredName[]> {
  let batch: StoredName[] = [];
  for await (const name of names) {
    batch.push(name);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
