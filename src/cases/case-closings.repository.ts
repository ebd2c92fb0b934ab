import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { CaseClosing, ClosingState } from './case-closing.entity';

/** A closing as it lies in the database. */
export type ClosingRow = Omit<CaseClosing, 'organizationId' | 'requestedBy' | 'endedAt'> & { requestedBy: string | null; reasonLabels: Record<string, string> };

/** What is written of a closing that is asked for. */
export type NewClosing = Pick<CaseClosing, 'id' | 'caseId' | 'reason' | 'destination' | 'followUpConsented' | 'closesOn' | 'sealed' | 'requestedAt'>;

/** Named queries of closings. */
@Injectable()
export class CaseClosingsRepository {
  constructor(private readonly tx: Tx) {}

  /** Writes a closing that is asked for; the database refuses a second one beside it. */
  async insert(closing: NewClosing): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(INSERT, [
      organizationId, closing.id, closing.caseId, closing.reason, closing.destination, closing.followUpConsented, closing.closesOn, closing.sealed, closing.requestedAt, userId,
    ]);
  }

  /** The closings of a case, the newest first. */
  ofCase(caseId: string): Promise<ClosingRow[]> {
    return this.tx.rows(`${CLOSINGS} and closing.case_id = $2 order by closing.requested_at desc, closing.id desc limit 50`, [this.tx.scope.organizationId, caseId]);
  }

  /** The closing of a case that is asked for or in force, or null. */
  async current(caseId: string): Promise<ClosingRow | null> {
    const [row] = await this.tx.rows<ClosingRow>(`${CLOSINGS} and closing.case_id = $2 and closing.state in ('requested', 'closed')`, [this.tx.scope.organizationId, caseId]);
    return row ?? null;
  }

  /** Moves a closing on. */
  async move(id: string, to: ClosingState, endedAt: Date | null): Promise<void> {
    await this.tx.write('update case_closings set state = $3, ended_at = $4 where organization_id = $1 and id = $2', [this.tx.scope.organizationId, id, to, endedAt]);
  }

  /** Closes a case as its closing says. */
  async close(closing: ClosingRow, closingSealed: Buffer): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(CLOSE, [organizationId, closing.caseId, closing.closesOn, userId, closing.reason, closing.destination, closing.followUpConsented, closingSealed]);
  }

  /** Opens a closed case again if nobody changed it meanwhile; tells whether it did. */
  async reopen(caseId: string, version: number): Promise<boolean> {
    return (await this.tx.write(REOPEN, [this.tx.scope.organizationId, caseId, version])) === 1;
  }
}

const CLOSINGS = `
  select closing.id, closing.case_id as "caseId", closing.state, closing.reason, reason.labels as "reasonLabels", closing.destination,
         closing.follow_up_consented as "followUpConsented", closing.closes_on::text as "closesOn", closing.sealed, closing.requested_at as "requestedAt", asking.full_name as "requestedBy"
    from case_closings closing
    join case_close_reasons reason on reason.organization_id = closing.organization_id and reason.code = closing.reason
    left join users asking on asking.organization_id = closing.organization_id and asking.id = closing.requested_by
   where closing.organization_id = $1`;
const INSERT = `
  insert into case_closings (organization_id, id, case_id, reason, destination, follow_up_consented, closes_on, sealed, requested_at, requested_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const CLOSE = `
  update cases set state = 'closed', closed_on = $3, closed_by = $4, close_reason = $5, destination = $6, follow_up_consented = $7, closing_sealed = $8, version = version + 1
   where organization_id = $1 and id = $2`;
const REOPEN = `
  update cases set state = 'open', closed_on = null, closed_by = null, close_reason = null, destination = null, follow_up_consented = null, closing_sealed = null, version = version + 1
   where organization_id = $1 and id = $2 and version = $3 and state = 'closed'`;
