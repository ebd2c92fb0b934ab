import { Injectable } from '@nestjs/common';
import type { AgeBand } from '../../people/age';
import { Tx } from '../../platform/database/tx';
import type { MilestoneSubject } from '../../programs/program-milestone.entity';
import type { MilestoneEnding, MilestoneState } from './milestone-event.entity';
import type { MilestoneLabels, MilestoneProgram } from './milestones.dto';

/** A milestone as a program's catalogue names it. */
export interface CatalogueMilestone {
  milestone: string;
  programId: string;
  labels: MilestoneLabels;
  appliesTo: MilestoneSubject;
  evidenceKinds: string[];
  countsTowards: string[];
}

/** Where a milestone stands. */
export interface CurrentMilestone {
  id: string;
  caseId: string;
  personId: string | null;
  milestone: string;
  state: MilestoneState;
  on: string | null;
  evidence: string | null;
  hasNote: boolean;
  verifiedOn: string | null;
  recordedAt: Date;
  rows: number;
}

/** A row to be written. */
export interface NewMilestone {
  id: string;
  caseId: string;
  personId: string | null;
  milestone: string;
  programId: string;
  state: MilestoneState;
  on: string | null;
  evidence: string | null;
  noteSealed: Buffer | null;
  verifiedOn: string | null;
}

/** One row of a history, its note still sealed. */
export interface SealedMilestoneRow {
  id: string;
  state: MilestoneState;
  on: string | null;
  evidence: string | null;
  noteSealed: Buffer | null;
  verifiedOn: string | null;
  verifiedBy: string | null;
  recordedAt: Date;
  recordedBy: string | null;
  supersededAt: Date | null;
  endedHow: MilestoneEnding | null;
}

/** Somebody a case is about. */
export interface CaseMemberRow {
  personId: string;
  ageBand: AgeBand;
}

/** Named queries of milestones. */
@Injectable()
export class MilestonesRepository {
  constructor(private readonly tx: Tx) {}

  /** The programs that members of a case entered or agreed to, with the day the first of them did. */
  programs(caseId: string): Promise<MilestoneProgram[]> {
    return this.tx.rows<MilestoneProgram>(PROGRAMS, [this.tx.scope.organizationId, caseId]);
  }

  /** The milestones that programs name on a day, in their order; each key once. */
  catalogue(programIds: readonly string[], on: string): Promise<CatalogueMilestone[]> {
    return this.tx.rows<CatalogueMilestone>(CATALOGUE, [this.tx.scope.organizationId, programIds, on]);
  }

  /** Whom a case is about, the eldest band first. */
  members(caseId: string): Promise<CaseMemberRow[]> {
    return this.tx.rows<CaseMemberRow>(MEMBERS, [this.tx.scope.organizationId, caseId]);
  }

  /** Where the milestones of cases stand. */
  current(caseIds: readonly string[]): Promise<CurrentMilestone[]> {
    return this.tx.rows<CurrentMilestone>(CURRENT, [this.tx.scope.organizationId, caseIds]);
  }

  /** The newest row of a milestone, which nobody else replaces until this transaction ends. */
  async lock(caseId: string, personId: string | null, milestone: string): Promise<{ id: string; state: MilestoneState; on: string | null } | null> {
    const [row] = await this.tx.rows<{ id: string; state: MilestoneState; on: string | null }>(
      `select id, state, on_date::text as on from milestone_events
        where organization_id = $1 and case_id = $2 and person_id is not distinct from $3 and milestone = $4 and superseded_at is null for update`,
      [this.tx.scope.organizationId, caseId, personId, milestone],
    );
    return row ?? null;
  }

  /** Ends a row; another takes its place in the same transaction. */
  async supersede(id: string, how: MilestoneEnding, at: Date): Promise<void> {
    await this.tx.write('update milestone_events set superseded_at = $3, ended_how = $4 where organization_id = $1 and id = $2 and superseded_at is null', [
      this.tx.scope.organizationId, id, at, how,
    ]);
  }

  /** Writes what was said about a milestone. */
  async insert(row: NewMilestone, at: Date): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(INSERT, [
      organizationId, row.id, row.caseId, row.personId, row.milestone, row.programId, row.state, row.on, row.evidence, row.noteSealed,
      row.verifiedOn === null ? null : userId, row.verifiedOn, at, userId,
    ]);
  }

  /** Everything that was said about a milestone, the newest first. */
  history(caseId: string, personId: string | null, milestone: string): Promise<SealedMilestoneRow[]> {
    return this.tx.rows<SealedMilestoneRow>(HISTORY, [this.tx.scope.organizationId, caseId, personId, milestone]);
  }

  /** For each person the day they left a shelter for good so far, and whether into a home of their own. Who sleeps in one now is missing. */
  leftShelter(personIds: readonly string[]): Promise<{ personId: string; leftOn: string; movedOut: boolean }[]> {
    return this.tx.rows<{ personId: string; leftOn: string; movedOut: boolean }>(LEFT_SHELTER, [this.tx.scope.organizationId, personIds]);
  }

  /** The newest month of a family, when its income carries them without cash assistance; null otherwise. */
  async earnsLivingSince(caseId: string): Promise<string | null> {
    const [row] = await this.tx.rows<{ month: string; selfSufficient: boolean }>(
      'select month::text as month, self_sufficient as "selfSufficient" from household_months where organization_id = $1 and case_id = $2 and superseded_at is null order by month desc limit 1',
      [this.tx.scope.organizationId, caseId],
    );
    return row?.selfSufficient ? row.month : null;
  }

  /** The cases of persons, with the site and the part of a user in each team. */
  casesOf(personIds: readonly string[], userId: string | null): Promise<{ personId: string; caseId: string; siteId: string; role: 'lead' | 'team' | null }[]> {
    return this.tx.rows<{ personId: string; caseId: string; siteId: string; role: 'lead' | 'team' | null }>(CASES_OF, [this.tx.scope.organizationId, personIds, userId]);
  }
}

const PROGRAMS = `
  select program.id, program.code, program.name, min(event.happened_on)::text as "enteredOn"
    from enrollments enrollment
    join programs program on program.organization_id = $1 and program.id = enrollment.program_id
    left join enrollment_events event on event.organization_id = $1 and event.enrollment_id = enrollment.id and event.to_state in ('consented', 'assessed', 'active')
   where enrollment.organization_id = $1 and enrollment.case_id = $2 and enrollment.state <> 'declined'
   group by program.id, program.code, program.name
   order by min(event.happened_on) nulls last, program.code`;
const CATALOGUE = `
  select * from (
    select distinct on (milestone.key) milestone.key as milestone, milestone.program_id as "programId", milestone.labels, milestone.applies_to as "appliesTo",
           milestone.evidence as "evidenceKinds", milestone.counts_towards as "countsTowards", milestone.position
      from program_milestones milestone
     where milestone.organization_id = $1 and milestone.program_id = any ($2::uuid[]) and milestone.superseded_at is null
       and milestone.effective_from <= $3::date and (milestone.effective_to is null or milestone.effective_to > $3::date)
     order by milestone.key, array_position($2::uuid[], milestone.program_id)
  ) named order by position, milestone`;
const MEMBERS = `
  select member.person_id as "personId", person.age_band as "ageBand"
    from case_members member join persons person on person.organization_id = $1 and person.id = member.person_id
   where member.organization_id = $1 and member.case_id = $2 and member.left_on is null
   order by array_position(array['older', 'adult', 'unknown', 'teen', 'child', 'infant'], person.age_band), member.id`;
export const CURRENT = `
  select event.id, event.case_id as "caseId", event.person_id as "personId", event.milestone, event.state, event.on_date::text as on, event.evidence,
         event.note_sealed is not null as "hasNote", event.verified_on::text as "verifiedOn", event.recorded_at as "recordedAt",
         (select count(*)::int from milestone_events earlier
           where earlier.organization_id = $1 and earlier.case_id = event.case_id and earlier.milestone = event.milestone and earlier.person_id is not distinct from event.person_id) as rows
    from milestone_events event
   where event.organization_id = $1 and event.case_id = any ($2::uuid[]) and event.superseded_at is null`;
const INSERT = `
  insert into milestone_events (organization_id, id, case_id, person_id, milestone, program_id, state, on_date, evidence, note_sealed, verified_by, verified_on, recorded_at, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
const HISTORY = `
  select event.id, event.state, event.on_date::text as on, event.evidence, event.note_sealed as "noteSealed", event.verified_on::text as "verifiedOn",
         verifier.full_name as "verifiedBy", event.recorded_at as "recordedAt", author.full_name as "recordedBy", event.superseded_at as "supersededAt",
         event.ended_how as "endedHow"
    from milestone_events event
    left join users verifier on verifier.organization_id = $1 and verifier.id = event.verified_by
    left join users author on author.organization_id = $1 and author.id = event.recorded_by
   where event.organization_id = $1 and event.case_id = $2 and event.person_id is not distinct from $3 and event.milestone = $4
   order by event.superseded_at is null desc, event.recorded_at desc, event.id desc`;
const LEFT_SHELTER = `
  select distinct on (stay.person_id) stay.person_id as "personId", stay.departs_on::text as "leftOn", stay.ended_reason is not distinct from 'moved_out' as "movedOut"
    from stays stay
   where stay.organization_id = $1 and stay.person_id = any ($2::uuid[]) and stay.state = 'departed'
     and not exists (select from stays now where now.organization_id = $1 and now.person_id = stay.person_id and now.state in ('in_house', 'away'))
   order by stay.person_id, stay.departs_on desc, stay.id desc`;
const CASES_OF = `
  select distinct member.person_id as "personId", found.id as "caseId", found.site_id as "siteId",
         (select worker.role from case_workers worker where worker.organization_id = $1 and worker.case_id = found.id and worker.user_id = $3 and worker.ended_at is null) as role
    from case_members member join cases found on found.organization_id = $1 and found.id = member.case_id
   where member.organization_id = $1 and member.person_id = any ($2::uuid[])
   order by found.id desc`;
