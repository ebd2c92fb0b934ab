import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { ReportPlan } from './report-plan';
import type { RuleChangeView } from './report-changes.dto';

/** What besides ledger rows became different between two moments. */
@Injectable()
export class ReportChangesRepository {
  constructor(private readonly tx: Tx) {}

  /** Rules of the period that were recorded or superseded since the plan's moment. */
  rules(plan: ReportPlan, until: string): Promise<RuleChangeView[]> {
    return this.tx.rows<RuleChangeView>(RULES, [this.tx.scope.organizationId, plan.program.id, plan.asOf, until, plan.period.from, plan.period.to]);
  }

  /** How many people served at the sites in the period have other facts now. */
  async peopleLearntOf(plan: ReportPlan, until: string): Promise<number> {
    const [row] = await this.tx.rows<{ people: number }>(PEOPLE, [
      this.tx.scope.organizationId, plan.asOf, until, plan.sites.map(({ id }) => id), plan.period.from, plan.period.to,
    ]);
    return row?.people ?? 0;
  }
}

const RULES = `
  select r.id, r.key, r.value, r.effective_from::text as "from", c.what, c.at, r.source
    from program_rules r
    cross join lateral (
      select 'recorded' as what, r.recorded_at as at where r.recorded_at > $3::timestamptz and r.recorded_at <= $4::timestamptz
      union all
      select 'superseded', r.superseded_at where r.recorded_at <= $3::timestamptz and r.superseded_at > $3::timestamptz and r.superseded_at <= $4::timestamptz
    ) c
   where r.organization_id = $1 and r.program_id = $2 and r.effective_from < $6::date and (r.effective_to is null or r.effective_to > $5::date)
   order by c.at, r.key, r.id`;

const PEOPLE = `
  select count(distinct f.person_id)::integer as people
    from person_fact_changes f
   where f.organization_id = $1 and f.changed_at > $2::timestamptz and f.changed_at <= $3::timestamptz
     and (exists (select from service_entries e where e.organization_id = $1 and e.person_id = f.person_id and e.site_id = any ($4::uuid[])
                     and e.served_on >= $5::date and e.served_on < $6::date)
       or exists (select from stays s join bed_periods b on b.organization_id = $1 and b.stay_id = s.id
                   where s.organization_id = $1 and s.person_id = f.person_id and s.site_id = any ($4::uuid[]) and b.from_on < $6::date and b.until_on > $5::date))`;
