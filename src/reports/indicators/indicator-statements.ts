import { COHORT_STANDING } from '../../plans/milestones/cohort/cohort-sql';
import type { Tx } from '../../platform/database/tx';
import type { ReportPlan } from '../report-plan';
import { cohortParameters } from './cohort-indicators';
import { INDICATOR_BASE } from './enrolled-sql';
import type { Indicator } from './indicator.model';

/** Which rows are wanted: those in a part (null: all) of a group (null: all) behind a day and an id. */
const WANTED = 'wanted as (select $8::text as part, $9::text as grp, $10::date as day, $11::uuid as id, $12::integer as most)';
const WANTED_OF_COHORT = 'wanted as (select $11::text as part, $12::text as grp, $13::date as day, $14::uuid as id, $15::integer as most)';

/** How many people and families are in each part, of each group and altogether (`grp`, `part` null). */
export function countsStatement(indicator: Indicator): string {
  return `with ${baseOf(indicator)}, found as (${indicator.rows ?? ''})
    select grp, part, count(*)::integer as people, count(distinct family_id)::integer as families,
           percentile_cont(0.5) within group (order by amount)::float8 as median
      from found
     group by grouping sets (${indicator.groups || indicator.groupsNamedBy ? '(grp, part), (grp)' : '(grp, part), (grp), ()'})
     order by grp, part`;
}

/** The rows that are wanted, by day. The parameters of the wanted rows come behind those that both statements begin with. */
export function rowsStatement(indicator: Indicator): string {
  return `with ${baseOf(indicator)}, found as materialized (${indicator.rows ?? ''}), ${indicator.milestone === undefined ? WANTED : WANTED_OF_COHORT}
    select found.id, found.day::text, found.site_id, found.person_id, found.part, found.grp, found.amount, held.id as case_id, held.code as case_code
      from found
      cross join wanted
      join enrollments e on e.organization_id = $1 and e.id = found.id
      left join cases held on held.organization_id = $1 and held.id = e.case_id
     where (wanted.part is null or found.part = wanted.part) and (wanted.grp is null or found.grp = wanted.grp)
       and (wanted.day is null or (found.day, found.id) > (wanted.day, wanted.id))
     order by found.day, found.id
     limit (select most from wanted)`;
}

/** The parameters that both begin with. */
export function statementParameters(tx: Tx, plan: ReportPlan, indicator: Indicator): unknown[] {
  if (indicator.milestone !== undefined) return cohortParameters(tx, plan, indicator.milestone);
  const days = indicator.rule === undefined ? null : (plan.caseDays?.[indicator.rule] ?? null);
  return [tx.scope.organizationId, plan.asOf, plan.program.id, plan.sites.map(({ id }) => id), plan.period.from, plan.period.to, days];
}

function baseOf({ milestone }: Indicator): string {
  return milestone === undefined ? INDICATOR_BASE : COHORT_STANDING;
}
