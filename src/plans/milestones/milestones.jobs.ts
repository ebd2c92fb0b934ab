import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import { Clock } from '../../platform/clock/clock';
import { Job } from '../../platform/queue/job.decorator';
import { Jobs } from '../../platform/queue/jobs.service';
import { LivelihoodRepository } from './livelihood.repository';

/** What workers do with milestones by themselves. */
@Injectable()
export class MilestoneJobs {
  constructor(
    private readonly livelihood: LivelihoodRepository,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Freezes the looks at self-sufficiency whose day has come, also those that were missed while nothing ran. */
  @Job({ name: 'milestones.freeze-self-sufficiency', queue: 'timers', every: 900_000 })
  freezeSelfSufficiency(): Promise<void> {
    return this.jobs.forEachOrganization(async (organizationId) => {
      const frozen = await this.livelihood.freezeDue(organizationId, this.clock.now());
      await this.audit.recordMany(
        frozen.map(({ id, siteId, day }) => ({ action: 'sufficiency.frozen' as const, recordType: 'sufficiency_snapshot', recordId: id, siteId, fields: [`day ${day}`] })),
      );
    });
  }
}
