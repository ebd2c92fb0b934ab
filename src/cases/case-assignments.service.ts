import { Injectable } from '@nestjs/common';
import { acuityWeights } from './case-rules';
import type { Acuity } from './case.entity';
import { caseProblems } from './cases.errors';
import { CaseloadsRepository, type WorkerLoad } from './caseloads.repository';

/** A case that is to be led by somebody. */
export interface Assignment {
  siteId: string;
  userId: string;
  acuity: Acuity;
  /** The ceiling of the programs of the case; null when none says one. */
  ceiling: number | null;
  reason: string | null;
  today: string;
}

/** Looks at a worker's caseload before a case is given to them. A full caseload warns and asks why; it never forbids. */
@Injectable()
export class CaseAssignments {
  constructor(private readonly caseloads: CaseloadsRepository) {}

  /** Refuses somebody who cannot work on cases at the site, and asks for a reason above the ceiling. */
  async check({ siteId, userId, acuity, ceiling, reason, today }: Assignment): Promise<void> {
    const worker = await this.worker(siteId, userId, today);
    const load = weightOf(worker);
    const most = lower(ceiling, worker.ceiling);
    if (most === null || load + acuityWeights[acuity] <= most || reason) return;
    throw caseProblems.CASELOAD_FULL({ userId, cases: worker.low + worker.moderate + worker.high, load, weight: acuityWeights[acuity], ceiling: most });
  }

  /** A colleague who can work on cases at a site. */
  async worker(siteId: string, userId: string, today: string): Promise<WorkerLoad> {
    const [worker] = await this.caseloads.workersAt(siteId, today, userId);
    if (!worker) throw caseProblems.CASE_WORKER_NOT_HERE();
    return worker;
  }
}

/** What somebody carries, weighed by acuity. */
export function weightOf(load: Record<Acuity, number>): number {
  return load.low * acuityWeights.low + load.moderate * acuityWeights.moderate + load.high * acuityWeights.high;
}

/** The lower of two ceilings, where null is none. */
export function lower(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
