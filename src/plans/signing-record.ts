import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';
import type { PlanAtHand } from './plan-desk';

/** What is written down about signing, and when. */
@Injectable()
export class SigningRecord {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** This moment. */
  now(): Date {
    return this.clock.now();
  }

  /** A plan was signed. */
  signed(signatureId: string, { found }: PlanAtHand): Promise<void> {
    return this.audit.record({ action: 'plan.signed', recordType: 'plan_signature', recordId: signatureId, siteId: found.siteId, fields: ['signedOn', 'how', 'language'] });
  }

  /** A signed plan was looked at. */
  opened(signatureId: string, { found }: PlanAtHand): Promise<void> {
    return this.audit.record({ action: 'plan.history_opened', recordType: 'plan_signature', recordId: signatureId, siteId: found.siteId, fields: ['image', 'goals', 'steps'] });
  }
}
