import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { Acuity } from './case.entity';
import type { Compartment } from './case-compartment-grant.entity';
import type { CaseWorkerRole } from './case-worker.entity';

/** Somebody on the team of a case. */
export interface TeamRow {
  userId: string;
  name: string;
  role: CaseWorkerRole;
  startedAt: Date;
  compartments: Compartment[];
}

/** Writes teams, compartments and acuity of cases. */
@Injectable()
export class CaseTeamRepository {
  constructor(private readonly tx: Tx) {}

  /** Lets nobody else change a case until the transaction ends. A case that cannot be seen is not locked. */
  async lock(caseId: string): Promise<void> {
    await this.tx.rows('select from cases where organization_id = $1 and id = $2 for update', [this.tx.scope.organizationId, caseId]);
  }

  /** The team, the lead first, with the compartments that are open to each. */
  team(caseId: string): Promise<TeamRow[]> {
    return this.tx.rows(TEAM, [this.tx.scope.organizationId, caseId]);
  }

  /** Puts somebody on the team. */
  async add(caseId: string, userId: string, at: Date): Promise<void> {
    const { organizationId, userId: by } = this.tx.scope;
    await this.tx.write("insert into case_workers (organization_id, case_id, user_id, role, started_at, started_by) values ($1, $2, $3, 'team', $4, $5)", [organizationId, caseId, userId, at, by]);
  }

  /** Gives somebody of the team another part in it. */
  async setRole(caseId: string, userId: string, role: CaseWorkerRole): Promise<void> {
    await this.tx.write('update case_workers set role = $4 where organization_id = $1 and case_id = $2 and user_id = $3 and ended_at is null', [this.tx.scope.organizationId, caseId, userId, role]);
  }

  /** Ends somebody's part in the team. The last statement of whoever leaves a sealed case: after it the case is not there for them. */
  async end(caseId: string, userId: string, at: Date): Promise<void> {
    const { organizationId, userId: by } = this.tx.scope;
    await this.tx.write('update case_workers set ended_at = $4, ended_by = $5 where organization_id = $1 and case_id = $2 and user_id = $3 and ended_at is null', [organizationId, caseId, userId, at, by]);
  }

  /** Lets somebody into a compartment. */
  async letIn(caseId: string, userId: string, compartment: Compartment, at: Date): Promise<void> {
    const { organizationId, userId: by } = this.tx.scope;
    await this.tx.write(LET_IN, [organizationId, caseId, userId, compartment, at, by]);
  }

  /** Ends compartments of somebody: one, or (null) all. Tells how many there were. */
  async shut(caseId: string, userId: string, compartment: Compartment | null, at: Date): Promise<number> {
    const { organizationId, userId: by } = this.tx.scope;
    return this.tx.write(SHUT, [organizationId, caseId, userId, compartment, at, by]);
  }

  /** Makes the next version of a case, sealed or not and of an acuity. */
  async change(caseId: string, { sealed, acuity }: { sealed?: boolean; acuity?: Acuity } = {}): Promise<void> {
    await this.tx.write(CHANGE, [this.tx.scope.organizationId, caseId, sealed ?? null, acuity ?? null]);
  }
}

const TEAM = `
  select worker.user_id as "userId", account.full_name as name, worker.role, worker.started_at as "startedAt",
         array(select given.compartment from case_compartment_grants given
                where given.organization_id = $1 and given.case_id = $2 and given.user_id = worker.user_id and given.ended_at is null order by given.compartment) as compartments
    from case_workers worker join users account on account.organization_id = worker.organization_id and account.id = worker.user_id
   where worker.organization_id = $1 and worker.case_id = $2 and worker.ended_at is null
   order by (worker.role = 'team'), account.full_name, worker.user_id`;
const LET_IN = 'insert into case_compartment_grants (organization_id, case_id, user_id, compartment, granted_at, granted_by) values ($1, $2, $3, $4, $5, $6)';
const SHUT = `update case_compartment_grants set ended_at = $5, ended_by = $6
  where organization_id = $1 and case_id = $2 and user_id = $3 and ($4::text is null or compartment = $4) and ended_at is null`;
const CHANGE = `update cases set sealed = coalesce($3, sealed), acuity = coalesce($4, acuity), version = version + 1 where organization_id = $1 and id = $2`;
