import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { FollowUpOutcome, FollowUpState } from './case-follow-up.entity';

/** A follow-up as it lies in the database. */
export interface FollowUpRow {
  id: string;
  caseId: string;
  caseCode: string;
  afterDays: number;
  dueOn: string;
  state: FollowUpState;
  outcome: FollowUpOutcome | null;
  noteSealed: Buffer | null;
  recordedAt: Date | null;
  recordedBy: string | null;
}

/** Named queries of follow-ups. */
@Injectable()
export class CaseFollowUpsRepository {
  constructor(private readonly tx: Tx) {}

  /** Plans follow-ups of a closing. */
  async plan(caseId: string, closingId: string, afterDays: readonly number[], dueOn: readonly string[]): Promise<void> {
    await this.tx.write(PLAN, [this.tx.scope.organizationId, caseId, closingId, afterDays, dueOn]);
  }

  /** Takes back what is planned for a case. */
  async cancel(caseId: string): Promise<void> {
    await this.tx.write("update case_follow_ups set state = 'cancelled' where organization_id = $1 and case_id = $2 and state = 'planned'", [this.tx.scope.organizationId, caseId]);
  }

  /** One follow-up, or null. */
  async find(id: string): Promise<FollowUpRow | null> {
    const [row] = await this.tx.rows<FollowUpRow>(`${FOLLOW_UPS} and follow.id = $2`, [this.tx.scope.organizationId, id]);
    return row ?? null;
  }

  /** Writes down how it was; tells whether it was still planned. */
  async record(id: string, outcome: FollowUpOutcome, noteSealed: Buffer | null, at: Date): Promise<boolean> {
    const { organizationId, userId } = this.tx.scope;
    return (await this.tx.write(RECORD, [organizationId, id, outcome, noteSealed, at, userId])) === 1;
  }

  /** The follow-ups of a case, the first one first. */
  ofCase(caseId: string): Promise<FollowUpRow[]> {
    return this.tx.rows(`${FOLLOW_UPS} and follow.case_id = $2 order by follow.due_on, follow.id`, [this.tx.scope.organizationId, caseId]);
  }

  /** What is planned at a site (`mine`: in cases on whose team the reader is), the earliest first, from a place on. */
  planned(siteId: string, mine: boolean, after: string | null, limit: number): Promise<FollowUpRow[]> {
    const { organizationId, userId } = this.tx.scope;
    return this.tx.rows(PLANNED, [organizationId, siteId, mine ? userId : null, after, limit]);
  }
}

const FOLLOW_UPS = `
  select follow.id, follow.case_id as "caseId", found.code as "caseCode", follow.after_days as "afterDays", follow.due_on::text as "dueOn", follow.state, follow.outcome,
         follow.note_sealed as "noteSealed", follow.recorded_at as "recordedAt", recording.full_name as "recordedBy"
    from case_follow_ups follow
    join cases found on found.organization_id = follow.organization_id and found.id = follow.case_id
    left join users recording on recording.organization_id = follow.organization_id and recording.id = follow.recorded_by
   where follow.organization_id = $1`;
export const PLANNED = `${FOLLOW_UPS} and found.site_id = $2 and follow.state = 'planned'
    and ($3::uuid is null or exists (select from case_workers own where own.organization_id = $1 and own.case_id = follow.case_id and own.user_id = $3 and own.ended_at is null))
    and ($4::uuid is null or (follow.due_on, follow.id) > (select due_on, id from case_follow_ups where organization_id = $1 and id = $4))
  order by follow.due_on, follow.id limit $5`;
const PLAN = `
  insert into case_follow_ups (organization_id, case_id, closing_id, after_days, due_on)
  select $1, $2, $3, planned.days, planned.due_on from unnest($4::int[], $5::date[]) as planned (days, due_on)`;
const RECORD = `
  update case_follow_ups set state = 'done', outcome = $3, note_sealed = $4, recorded_at = $5, recorded_by = $6
   where organization_id = $1 and id = $2 and state = 'planned'`;
