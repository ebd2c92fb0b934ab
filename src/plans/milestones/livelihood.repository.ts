import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';
import { checkpoints } from './self-sufficiency';
import type { SufficiencyCheckView } from './livelihood.dto';

/** A month of a family, its amounts still sealed. */
export interface SealedMonth {
  id: string;
  month: string;
  amountsSealed: Buffer;
  cashAssistance: boolean;
  employable: number;
  employed: number;
  selfSufficient: boolean;
  recordedAt: Date;
  recordedBy: string | null;
  corrections: number;
}

/** A month to be written. */
export type NewMonth = Omit<SealedMonth, 'recordedAt' | 'recordedBy' | 'corrections'> & { caseId: string };

/** What `SufficiencyCheckView` is made of. */
export type CheckRow = Omit<SufficiencyCheckView, 'sinceCorrectedTo'> & { verdictNow: SufficiencyCheckView['verdict'] };

/** Named queries of what families live on, and of the frozen looks at it. */
@Injectable()
export class LivelihoodRepository {
  constructor(private readonly tx: Tx) {}

  /** The months of a case, the newest first. */
  months(caseId: string): Promise<SealedMonth[]> {
    return this.tx.rows<SealedMonth>(MONTHS, [this.tx.scope.organizationId, caseId]);
  }

  /** The newest row of a month, which nobody else replaces until this transaction ends. */
  async lock(caseId: string, month: string): Promise<string | null> {
    const [row] = await this.tx.rows<{ id: string }>(
      'select id from household_months where organization_id = $1 and case_id = $2 and month = $3 and superseded_at is null for update',
      [this.tx.scope.organizationId, caseId, month],
    );
    return row?.id ?? null;
  }

  /** Ends a row; another takes its place in the same transaction. */
  async supersede(id: string, at: Date): Promise<void> {
    await this.tx.write('update household_months set superseded_at = $3 where organization_id = $1 and id = $2 and superseded_at is null', [this.tx.scope.organizationId, id, at]);
  }

  /** Writes a month. */
  async insert(row: NewMonth, at: Date): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(
      `insert into household_months (organization_id, id, case_id, month, amounts_sealed, cash_assistance, employable, employed, self_sufficient, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [organizationId, row.id, row.caseId, row.month, row.amountsSealed, row.cashAssistance, row.employable, row.employed, row.selfSufficient, at, userId],
    );
  }

  /** The looks of a case: those that were frozen, and those to come. */
  checks(caseId: string): Promise<CheckRow[]> {
    return this.tx.rows<CheckRow>(CHECKS, [this.tx.scope.organizationId, caseId, checkpoints]);
  }

  /** Freezes every look whose day has come and that is not there yet; answers those it wrote. */
  freezeDue(organizationId: string, now: Date): Promise<{ id: string; caseId: string; siteId: string; day: number }[]> {
    return this.tx.rows<{ id: string; caseId: string; siteId: string; day: number }>(FREEZE_DUE, [organizationId, checkpoints, now]);
  }
}

const MONTHS = `
  select month.id, month.month::text as month, month.amounts_sealed as "amountsSealed", month.cash_assistance as "cashAssistance", month.employable, month.employed,
         month.self_sufficient as "selfSufficient", month.recorded_at as "recordedAt", author.full_name as "recordedBy",
         (select count(*)::int from household_months earlier
           where earlier.organization_id = $1 and earlier.case_id = $2 and earlier.month = month.month and earlier.superseded_at is not null) as corrections
    from household_months month
    left join users author on author.organization_id = $1 and author.id = month.recorded_by
   where month.organization_id = $1 and month.case_id = $2 and month.superseded_at is null
   order by month.month desc`;

/** Families and the day the first of each entered a program in whose catalogue self-sufficiency is a milestone of its own. */
const ENTERED = `
  select enrollment.program_id, enrollment.case_id, min(event.happened_on) as entry_on
    from enrollments enrollment
    join enrollment_events event on event.organization_id = $1 and event.enrollment_id = enrollment.id and event.to_state in ('consented', 'assessed', 'active')
   where enrollment.organization_id = $1 and enrollment.case_id is not null and enrollment.end_reason is distinct from 'duplicate'
     and enrollment.program_id in (select milestone.program_id from program_milestones milestone
                                    where milestone.organization_id = $1 and milestone.superseded_at is null and milestone.key = 'self_sufficient')
   group by enrollment.program_id, enrollment.case_id`;

const CHECKS = `
  select program.id as "programId", program.name as "programName", checkpoint.day::int as day, coalesce(snapshot.due_on, entered.entry_on + checkpoint.day)::text as "dueOn",
         snapshot.verdict, snapshot.standing, snapshot.frozen_at as "frozenAt", month.month::text as month,
         case latest.self_sufficient when true then 'self_sufficient' when false then 'not_self_sufficient' else 'unknown' end as "verdictNow"
    from (${ENTERED}) entered
    join programs program on program.organization_id = $1 and program.id = entered.program_id
    cross join unnest($3::int[]) as checkpoint (day)
    left join sufficiency_snapshots snapshot on snapshot.organization_id = $1 and snapshot.program_id = entered.program_id and snapshot.case_id = entered.case_id and snapshot.day = checkpoint.day
    left join household_months month on month.organization_id = $1 and month.id = snapshot.household_month_id
    left join lateral (
      select candidate.self_sufficient from household_months candidate
       where candidate.organization_id = $1 and candidate.case_id = entered.case_id and candidate.superseded_at is null
         and candidate.month <= snapshot.due_on and candidate.month >= date_trunc('month', snapshot.due_on) - interval '1 month'
       order by candidate.month desc limit 1) latest on true
   where entered.case_id = $2
   order by program.name, program.id, checkpoint.day`;

/**
 * What is frozen is what had been recorded when its day ended, also when the sweep comes later: the month of the day, else the month before.
 * Families who left or were lost are frozen too, so that they stay in every denominator.
 */
export const FREEZE_DUE = `
  insert into sufficiency_snapshots (organization_id, program_id, case_id, day, entry_on, due_on, verdict, standing, household_month_id, frozen_at)
  select $1, entered.program_id, entered.case_id, checkpoint.day, entered.entry_on, due.on_date,
         case month.self_sufficient when true then 'self_sufficient' when false then 'not_self_sufficient' else 'unknown' end, standing.name, month.id, $3
    from (${ENTERED}) entered
    join cases found on found.organization_id = $1 and found.id = entered.case_id
    join sites site on site.organization_id = $1 and site.id = found.site_id
    cross join unnest($2::int[]) as checkpoint (day)
    cross join lateral (
      select entered.entry_on + checkpoint.day as on_date,
             least($3::timestamptz, (entered.entry_on + checkpoint.day + 1)::timestamp at time zone site.time_zone - interval '1 microsecond') as known_at) due
    left join lateral (
      select candidate.id, candidate.self_sufficient from household_months candidate
       where candidate.organization_id = $1 and candidate.case_id = entered.case_id
         and candidate.month <= due.on_date and candidate.month >= date_trunc('month', due.on_date) - interval '1 month'
         and candidate.recorded_at <= due.known_at and (candidate.superseded_at is null or candidate.superseded_at > due.known_at)
       order by candidate.month desc limit 1) month on true
    cross join lateral (
      select case when bool_or(last.to_state not in ('exited', 'declined')) then 'in_program' when bool_or(last.reason = 'lost_contact') then 'lost_contact' else 'ended' end as name
        from (select distinct on (event.enrollment_id) event.to_state, event.reason
                from enrollments enrollment
                join enrollment_events event on event.organization_id = $1 and event.enrollment_id = enrollment.id
               where enrollment.organization_id = $1 and enrollment.case_id = entered.case_id and enrollment.program_id = entered.program_id
                 and event.happened_on <= due.on_date and event.to_state <> 'follow_up'
               order by event.enrollment_id, event.happened_on desc, event.id desc) last) standing
   where due.on_date <= ($3::timestamptz at time zone site.time_zone)::date
     and not exists (select from sufficiency_snapshots frozen
                      where frozen.organization_id = $1 and frozen.program_id = entered.program_id and frozen.case_id = entered.case_id and frozen.day = checkpoint.day)
  on conflict on constraint sufficiency_snapshots_once do nothing
  returning id, case_id as "caseId", day::int as day, (select site_id from cases where organization_id = $1 and id = case_id) as "siteId"`;
