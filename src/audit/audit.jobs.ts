import { Injectable } from '@nestjs/common';
import { Job } from '../platform/queue/job.decorator';
import { Jobs } from '../platform/queue/jobs.service';
import { AuditChain } from './audit-chain.service';

/** Seals what was written to the audit trail into the chain, every second. */
@Injectable()
export class AuditSealer {
  constructor(
    private readonly jobs: Jobs,
    private readonly chain: AuditChain,
  ) {}

  @Job({ name: 'audit.seal', queue: 'timers', every: 1000 })
  seal(): Promise<void> {
    return this.jobs.forEachOrganization(async () => void (await this.chain.sealNew()));
  }
}
