import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';
import { ManifestRetentionRepository } from './manifest-retention.repository';

/** A list is of use as long as its rows can be looked up against who came; after that it is only a list of names. */
export const KEPT_DAYS = 30;

const DAY_MS = 86_400_000;

/** Makes lists unreadable when their time is over. */
@Injectable()
export class ManifestRetention {
  constructor(
    private readonly manifests: ManifestRetentionRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Destroys the lists of one organization that were last admitted from (or uploaded) more than `KEPT_DAYS` ago. */
  async destroyOutlived(organizationId: string): Promise<void> {
    const now = this.clock.now();
    for (const { id, siteId } of await this.manifests.outlived(organizationId, new Date(now.getTime() - KEPT_DAYS * DAY_MS))) {
      await this.manifests.destroy(organizationId, id, now);
      await this.audit.record({ action: 'manifest.destroyed', recordType: 'manifest', recordId: id, siteId });
    }
  }
}
