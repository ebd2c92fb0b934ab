import { Injectable } from '@nestjs/common';
import { Tx } from '../../../platform/database/tx';
import type { MilestoneSubject } from '../../../programs/program-milestone.entity';
import type { MilestoneLabels } from '../milestones.dto';
import { checkpoints } from '../self-sufficiency';
import { cohortDays, type CohortCounts, type CohortDay, type CohortSet } from './cohort-cell';
import { COHORT, COHORT_ROWS, COHORT_SIZE, COHORT_SUFFICIENCY } from './cohort-sql';

/** Who is counted: those who entered a program in a span (both days count), at sites (null: all). */
export interface CohortScope {
  programId: string;
  from: string;
  to: string;
  siteIds: readonly string[] | null;
  now: Date;
}

/** The numbers of one milestone on one day. */
export type CohortCountRow = CohortCounts & { milestone: string; labels: MilestoneLabels; subject: MilestoneSubject; group: string; day: CohortDay };

/** What the frozen looks said on one day. */
export interface SufficiencyCount {
  day: number;
  frozen: number;
  selfSufficient: number;
  notSelfSufficient: number;
  unknown: number;
  lostContact: number;
}

/** A row behind a number, without its name. */
export interface CohortSubject {
  id: string;
  personId: string | null;
  caseId: string | null;
  caseCode: string | null;
  entryOn: string;
  achievedOn: string | null;
}

/** Named queries of cohorts. */
@Injectable()
export class CohortRepository {
  constructor(private readonly tx: Tx) {}

  /** The name of a program, or null when there is none. */
  async programName(id: string): Promise<string | null> {
    const [row] = await this.tx.rows<{ name: string }>('select name from programs where organization_id = $1 and id = $2', [this.tx.scope.organizationId, id]);
    return row?.name ?? null;
  }

  /** The other sites of the organization, or null when the site is none of them. */
  async otherSites(siteId: string): Promise<string[] | null> {
    const rows = await this.tx.rows<{ id: string }>('select id from sites where organization_id = $1', [this.tx.scope.organizationId]);
    return rows.some(({ id }) => id === siteId) ? rows.flatMap(({ id }) => (id === siteId ? [] : [id])) : null;
  }

  /** The numbers of every milestone on every day, in the order of the catalogue. */
  counts(scope: CohortScope): Promise<CohortCountRow[]> {
    return this.tx.rows<CohortCountRow>(COHORT, [...this.parameters(scope), cohortDays, null]);
  }

  /** How many people and families entered. */
  async size(scope: CohortScope): Promise<{ people: number; families: number }> {
    const [row] = await this.tx.rows<{ people: number; families: number }>(COHORT_SIZE, this.parameters(scope));
    return row ?? { people: 0, families: 0 };
  }

  /** Those behind a number. */
  rows(scope: CohortScope, cell: { milestone: string; day: CohortDay; set: CohortSet }, after: string | null, limit: number): Promise<CohortSubject[]> {
    return this.tx.rows<CohortSubject>(COHORT_ROWS, [...this.parameters(scope), [cell.day], cell.milestone, cell.set, after, limit]);
  }

  /** What the frozen looks of the cohort's families said. */
  sufficiency(scope: CohortScope): Promise<SufficiencyCount[]> {
    return this.tx.rows<SufficiencyCount>(COHORT_SUFFICIENCY, [this.tx.scope.organizationId, scope.programId, scope.from, scope.to, scope.siteIds, checkpoints]);
  }

  /** Everything that is known, and the sealed cases of those who see them. */
  private parameters({ programId, from, to, siteIds, now }: CohortScope): unknown[] {
    return [this.tx.scope.organizationId, programId, from, to, 'infinity', siteIds, now, false];
  }
}
