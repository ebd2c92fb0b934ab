import { Injectable } from '@nestjs/common';
import { Job, type JobPayload } from '../platform/queue/job.decorator';
import { Jobs } from '../platform/queue/jobs.service';
import { ManifestAdmission } from './manifest-admission';
import { ManifestReader } from './manifest-reader';
import { ManifestRetention } from './manifest-retention';
import { ADMIT_MANIFEST, ManifestWork, READ_MANIFEST } from './manifest-work';
import { ManifestsRepository } from './manifests.repository';

/** What workers do with uploaded lists. */
@Injectable()
export class ManifestJobs {
  constructor(
    private readonly reader: ManifestReader,
    private readonly admission: ManifestAdmission,
    private readonly retention: ManifestRetention,
    private readonly manifests: ManifestsRepository,
    private readonly work: ManifestWork,
    private readonly jobs: Jobs,
  ) {}

  /** Reads a list and stages its rows. */
  @Job({ name: READ_MANIFEST, queue: 'work' })
  read({ organizationId, id }: JobPayload): Promise<void> {
    return this.reader.read(organizationId, id);
  }

  /** Lets the ready rows of a list in. */
  @Job({ name: ADMIT_MANIFEST, queue: 'work' })
  admit({ organizationId, id }: JobPayload): Promise<void> {
    return this.admission.admit(organizationId, id);
  }

  /** Wakes workers for lists that the queue or a killed worker left behind. */
  @Job({ name: 'arrivals.find-lost-manifests', queue: 'timers', every: 30_000 })
  findLost(): Promise<void> {
    return this.jobs.forEachOrganization(async (organizationId) => {
      for (const { id, state } of await this.manifests.lost(organizationId)) this.work.wake(state === 'admitting' ? ADMIT_MANIFEST : READ_MANIFEST, id);
    });
  }

  /** Makes lists unreadable whose time is over. */
  @Job({ name: 'arrivals.destroy-old-manifests', queue: 'timers', every: 3_600_000 })
  destroyOld(): Promise<void> {
    return this.jobs.forEachOrganization((organizationId) => this.retention.destroyOutlived(organizationId));
  }
}
