import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { ApprovalState, ApprovalSubject } from './case-approval.entity';

/** A request for approval as it lies in the database. */
export interface ApprovalRow {
  id: string;
  caseId: string;
  caseCode: string;
  subject: ApprovalSubject;
  subjectId: string;
  state: ApprovalState;
  requestedAt: Date;
  requestedBy: string | null;
  requestedByName: string | null;
  decidedAt: Date | null;
  decidedByName: string | null;
  noteSealed: Buffer | null;
}

/** Named queries of requests for approval. */
@Injectable()
export class CaseApprovalsRepository {
  constructor(private readonly tx: Tx) {}

  /** Writes a request and gives its id; the database refuses a second one for the same thing. */
  async insert(caseId: string, subject: ApprovalSubject, subjectId: string, at: Date): Promise<string> {
    const { organizationId, userId } = this.tx.scope;
    const [row] = await this.tx.rows<{ id: string }>(INSERT, [organizationId, caseId, subject, subjectId, at, userId]);
    if (!row) throw new Error('the database gave no id');
    return row.id;
  }

  /** A request, or null. */
  async find(id: string): Promise<ApprovalRow | null> {
    const [row] = await this.tx.rows<ApprovalRow>(`${APPROVALS} and approval.id = $2`, [this.tx.scope.organizationId, id]);
    return row ?? null;
  }

  /** Ends a request that is waited for; tells whether it still was. */
  async end(id: string, state: Exclude<ApprovalState, 'requested'>, at: Date, noteSealed: Buffer | null): Promise<boolean> {
    const { organizationId, userId } = this.tx.scope;
    return (await this.tx.write(END, [organizationId, id, state, at, userId, noteSealed])) === 1;
  }

  /** The newest request for each of these things. */
  newest(subject: ApprovalSubject, subjectIds: readonly string[]): Promise<ApprovalRow[]> {
    return this.tx.rows(NEWEST, [this.tx.scope.organizationId, subject, subjectIds]);
  }

  /** The requests of a case, the newest first. */
  ofCase(caseId: string): Promise<ApprovalRow[]> {
    return this.tx.rows(`${APPROVALS} and approval.case_id = $2 order by approval.requested_at desc, approval.id desc limit 100`, [this.tx.scope.organizationId, caseId]);
  }

  /** What waits at a site, the oldest first, from a place on. */
  waiting(siteId: string, after: string | null, limit: number): Promise<ApprovalRow[]> {
    return this.tx.rows(WAITING, [this.tx.scope.organizationId, siteId, after, limit]);
  }
}

const APPROVALS = `
  select approval.id, approval.case_id as "caseId", found.code as "caseCode", approval.subject, approval.subject_id as "subjectId", approval.state,
         approval.requested_at as "requestedAt", approval.requested_by as "requestedBy", asking.full_name as "requestedByName",
         approval.decided_at as "decidedAt", deciding.full_name as "decidedByName", approval.note_sealed as "noteSealed"
    from case_approvals approval
    join cases found on found.organization_id = approval.organization_id and found.id = approval.case_id
    left join users asking on asking.organization_id = approval.organization_id and asking.id = approval.requested_by
    left join users deciding on deciding.organization_id = approval.organization_id and deciding.id = approval.decided_by
   where approval.organization_id = $1`;
const NEWEST = `select distinct on (newest."subjectId") newest.* from (${APPROVALS} and approval.subject = $2 and approval.subject_id = any ($3::uuid[])) newest
  order by newest."subjectId", newest."requestedAt" desc, newest.id desc`;
export const WAITING = `${APPROVALS} and found.site_id = $2 and approval.state = 'requested' and ($3::uuid is null or approval.id > $3) order by approval.id limit $4`;
const INSERT = `insert into case_approvals (organization_id, case_id, subject, subject_id, requested_at, requested_by) values ($1, $2, $3, $4, $5, $6) returning id`;
const END = `update case_approvals set state = $3, decided_at = $4, decided_by = $5, note_sealed = $6 where organization_id = $1 and id = $2 and state = 'requested'`;
