import type { Tx } from '../../platform/database/tx';
import type { ReportPlan } from '../report-plan';
import { INDICATOR_BASE } from './enrolled-sql';
import type { Indicator } from './indicator.model';

/** How many people and families are in each part, of each group and altogether (`grp`, `part` null). */
export function countsStatement(indicator: Indicator): string {
  return `with ${INDICATOR_BASE}, found as (${indicator.rows ?? ''})
    select grp, part, count(*)::integer as people, count(distinct family_id)::integer as families,
           percentile_cont(0.5) within group (order by amount)::float8 as median
      from found
     group by grouping sets (${indicator.groups || indicator.groupsNamedBy ? '(grp, part), (grp)' : '(grp, part), (grp), ()'})
     order by grp, part`;
}

/** Rows in a part ($8, null: all) of a group ($9, null: all) behind a day and an id ($10, $11). */
export function rowsStatement(indicator: Indicator): string {
  return `with ${INDICATOR_BASE}, found as (${indicator.rows ?? ''})
    select found.id, found.day::text, found.site_id, found.person_id, found.part, found.grp, found.amount, held.id as case_id, held.code as case_code
      from found
      join enrollments e on e.organization_id = $1 and e.id = found.id
      left join cases held on held.organization_id = $1 and held.id = e.case_id
     where ($8::text is null or found.part = $8) and ($9::text is null or found.grp = $9) and ($10::date is null or (found.day, found.id) > ($10::date, $11::uuid))
     order by found.day, found.id
     limit $12`;
}

/** The parameters that both begin with. */
export function statementParameters(tx: Tx, plan: ReportPlan, indicator: Indicator): unknown[] {
  const days = indicator.rule === undefined ? null : (plan.caseDays?.[indicator.rule] ?? null);
  return [tx.scope.organizationId, plan.asOf, plan.program.id, plan.sites.map(({ id }) => id), plan.period.from, plan.period.to, days];
}
