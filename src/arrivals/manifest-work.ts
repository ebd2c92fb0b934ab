import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Tx } from '../platform/database/tx';
import { Jobs } from '../platform/queue/jobs.service';
import { manifestProblems } from './arrivals.errors';
import type { DateOrder } from './manifest/fields';
import type { Manifest, MappedColumn } from './manifest.entity';
import { ManifestsRepository } from './manifests.repository';

/** The jobs of uploaded lists. */
export const READ_MANIFEST = 'arrivals.read-manifest';
export const ADMIT_MANIFEST = 'arrivals.admit-manifest';

/** What somebody says about the columns of a list. */
export interface ChosenReading {
  mapping: MappedColumn[];
  headerRows: number;
  dateOrder: DateOrder | null;
}

/** Hands a list over to the workers. The row says what is to be done; the job only wakes somebody to look at it. */
@Injectable()
export class ManifestWork {
  constructor(
    private readonly tx: Tx,
    private readonly manifests: ManifestsRepository,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  /** A list was uploaded: it is to be read. */
  async read(id: string, siteId: string): Promise<void> {
    await this.audit.record({ action: 'manifest.uploaded', recordType: 'manifest', recordId: id, siteId });
    this.wake(READ_MANIFEST, id);
  }

  /** A list is to be read once more: with the columns somebody chose, or (null) after a fault on our side. */
  async readAgain(manifest: Manifest, chosen: ChosenReading | null): Promise<void> {
    await this.manifests.readAgain(manifest.organizationId, manifest.id, chosen);
    await this.audit.record({ action: 'manifest.mapped', recordType: 'manifest', recordId: manifest.id, siteId: manifest.siteId });
    this.wake(READ_MANIFEST, manifest.id);
  }

  /** The ready rows of a list are to be let in, in the name of whoever asks. */
  async admit(actor: Actor, manifest: Manifest): Promise<void> {
    const counts = (await this.manifests.counts(manifest.organizationId, [manifest.id])).get(manifest.id);
    if (!counts?.ready) throw manifestProblems.MANIFEST_NOBODY_READY();
    await this.manifests.startAdmission(manifest.organizationId, manifest.id, actor.userId, counts.ready);
    await this.audit.record({ action: 'manifest.admitted', recordType: 'manifest', recordId: manifest.id, siteId: manifest.siteId });
    this.wake(ADMIT_MANIFEST, manifest.id);
  }

  /** Wakes a worker once the open transaction has committed. */
  wake(job: typeof READ_MANIFEST | typeof ADMIT_MANIFEST, id: string): void {
    const { organizationId } = this.tx.scope;
    this.tx.afterCommit(() => this.jobs.add(job, { organizationId, id }));
  }
}
