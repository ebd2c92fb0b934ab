import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { Compartment } from './case-compartment-grant.entity';
import type { CaseMemberRole } from './case-member.entity';
import type { CaseWorkerRole } from './case-worker.entity';

/** Somebody whom a case is about at present. */
export interface MemberOfCase {
  caseId: string;
  personId: string;
  role: CaseMemberRole;
}

/** A colleague who is on the team of a case at present. */
export interface WorkerOfCase {
  caseId: string;
  userId: string;
  name: string;
  role: CaseWorkerRole;
}

/** Named queries of cases, the people they are about and their teams. */
@Injectable()
export class CasesRepository {
  constructor(private readonly tx: Tx) {}

  /** The people whom cases are about at present, participants first. */
  members(organizationId: string, caseIds: readonly string[]): Promise<MemberOfCase[]> {
    return this.tx.rows(MEMBERS, [organizationId, caseIds]);
  }

  /** The teams of cases, the lead first. */
  workers(organizationId: string, caseIds: readonly string[]): Promise<WorkerOfCase[]> {
    return this.tx.rows(WORKERS, [organizationId, caseIds]);
  }

  /** The compartments of a case into which somebody was let. */
  async compartmentsOf(organizationId: string, caseId: string, userId: string): Promise<Compartment[]> {
    const rows = await this.tx.rows<{ compartment: Compartment }>(COMPARTMENTS_OF, [organizationId, caseId, userId]);
    return rows.map(({ compartment }) => compartment);
  }
}

const MEMBERS = `
  select case_id as "caseId", person_id as "personId", role from case_members
   where organization_id = $1 and case_id = any ($2::uuid[]) and left_on is null
   order by case_id, (role = 'family'), joined_on, id`;
const WORKERS = `
  select worker.case_id as "caseId", worker.user_id as "userId", account.full_name as name, worker.role
    from case_workers worker join users account on account.organization_id = worker.organization_id and account.id = worker.user_id
   where worker.organization_id = $1 and worker.case_id = any ($2::uuid[]) and worker.ended_at is null
   order by worker.case_id, (worker.role = 'team'), account.full_name, worker.user_id`;
const COMPARTMENTS_OF = `
  select compartment from case_compartment_grants where organization_id = $1 and case_id = $2 and user_id = $3 and ended_at is null order by compartment`;
