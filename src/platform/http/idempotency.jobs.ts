import { Injectable } from '@nestjs/common';
import { Job } from '../queue/job.decorator';
import { Jobs } from '../queue/jobs.service';
import { Idempotency } from './idempotency';

/** Forgets kept answers once nobody repeats their requests any more. */
@Injectable()
export class IdempotencySweep {
  constructor(
    private readonly jobs: Jobs,
    private readonly idempotency: Idempotency,
  ) {}

  @Job({ name: 'idempotency.forget-old', queue: 'timers', every: 3_600_000 })
  forgetOld(): Promise<void> {
    return this.jobs.forEachOrganization(async () => void (await this.idempotency.forgetOld()));
  }
}
