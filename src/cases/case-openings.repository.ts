import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import { Sealing } from '../platform/sealing/sealing.service';
import type { Case } from './case.entity';
import type { CaseMemberRole } from './case-member.entity';
import type { CaseWorkerRole } from './case-worker.entity';

/** What is written of a new case. */
export type NewCase = Pick<Case, 'id' | 'siteId' | 'partyId' | 'acuity' | 'openedOn' | 'previousCaseId'>;

/** Writes new cases. */
@Injectable()
export class CaseOpeningsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
  ) {}

  /** An id for a new case, with a key of its own. */
  async newId(): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>('select uuidv7() as id');
    if (!row) throw new Error('the database gave no id');
    await this.sealing.newSubject(row.id);
    return row.id;
  }

  /** Writes a case under a code; false when another case has that code. */
  async insert(found: NewCase, code: string, at: Date): Promise<boolean> {
    const { organizationId, userId } = this.tx.scope;
    return (await this.tx.write(INSERT, [organizationId, found.id, found.siteId, found.partyId, code, found.acuity, found.openedOn, userId, found.previousCaseId, at])) === 1;
  }

  /** Writes down whom a case is about. */
  async addMembers(caseId: string, personIds: readonly string[], role: CaseMemberRole, on: string): Promise<void> {
    await this.tx.write(ADD_MEMBERS, [this.tx.scope.organizationId, caseId, personIds, role, on]);
  }

  /** Puts colleagues on the team of a case. */
  async addWorkers(caseId: string, userIds: readonly string[], role: CaseWorkerRole, at: Date): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(ADD_WORKERS, [organizationId, caseId, userIds, role, at, userId]);
  }

  /** Seals a case or opens its seal, as its next version. */
  async setSealed(caseId: string, sealed: boolean): Promise<void> {
    await this.tx.write('update cases set sealed = $3, version = version + 1 where organization_id = $1 and id = $2', [this.tx.scope.organizationId, caseId, sealed]);
  }
}

const INSERT = `
  insert into cases (organization_id, id, site_id, party_id, code, acuity, opened_on, opened_by, previous_case_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint cases_code_once do nothing`;
const ADD_MEMBERS = 'insert into case_members (organization_id, case_id, person_id, role, joined_on) select $1, $2, unnest($3::uuid[]), $4, $5';
const ADD_WORKERS = 'insert into case_workers (organization_id, case_id, user_id, role, started_at, started_by) select $1, $2, unnest($3::uuid[]), $4, $5, $6';
