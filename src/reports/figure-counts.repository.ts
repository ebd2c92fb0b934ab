import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import { JUDGED, JUDGED_BOTH, ledgerParameters } from './ledger-sql';
import { segmentsOf, segmentsOfAll, type PlannedMeasure, type ReportPlan } from './report-plan';
import { emptySets, type ANumberCounts, type FigureCounts, type ReasonCounts, type SetCounts, type SetsOfCounts, type Verdict, type VerdictReason } from './report-snapshot';

interface CountRow extends SetCounts {
  level: 'set' | 'reason' | 'type' | 'site';
  verdict: Verdict;
  reason: VerdictReason | null;
  type: string | null;
  site_id: string | null;
}

/** Adds up the judged ledger: one statement for each figure. */
@Injectable()
export class FigureCountsRepository {
  constructor(private readonly tx: Tx) {}

  /** Gives the statements of the open transaction the time that years of a large network take. */
  async takeTime(): Promise<void> {
    await this.tx.rows("select set_config('statement_timeout', '900000', true)");
  }

  /** The three sets of one measure, with their reasons and types. */
  async count(plan: ReportPlan, measure: PlannedMeasure): Promise<FigureCounts> {
    const statement = measure.counts === 'nights' ? COUNT_NIGHTS.stood : COUNT_ENTRIES.stood;
    const rows = await this.tx.rows<CountRow>(statement, ledgerParameters(this.tx, plan, segmentsOf(plan, measure.versions)));
    return countsOf(measure, rows);
  }

  /** The same for the rows that came since another moment and stand at the plan's, or that stood at the plan's and went until the other. */
  async countSince(plan: ReportPlan, measure: PlannedMeasure, what: 'recordedSince' | 'endedSince', other: string): Promise<FigureCounts> {
    const statement = measure.counts === 'nights' ? COUNT_NIGHTS[what] : COUNT_ENTRIES[what];
    const rows = await this.tx.rows<CountRow>(statement, [...ledgerParameters(this.tx, plan, segmentsOf(plan, measure.versions)), other]);
    return countsOf(measure, rows);
  }

  /** The people behind all counted rows, by what was known about their A-number. */
  async countANumbers(plan: ReportPlan): Promise<ANumberCounts> {
    const rows = await this.tx.rows<{ status: keyof ANumberCounts; people: number }>(COUNT_A_NUMBERS, ledgerParameters(this.tx, plan, segmentsOfAll(plan)));
    return { verified: 0, stated: 0, missing: 0, refused: 0, ...Object.fromEntries(rows.map(({ status, people }) => [status, people])) };
  }
}

function countsOf(measure: PlannedMeasure, rows: CountRow[]): FigureCounts {
  const sets = emptySets();
  const reasons: ReasonCounts[] = [];
  const types = new Map<string, SetsOfCounts>();
  const sites = new Map<string, SetsOfCounts>();
  for (const { level, verdict, reason, type, site_id, ...set } of rows) {
    if (level === 'set') sets[verdict] = set;
    if (level === 'reason' && reason !== null && verdict !== 'counted') reasons.push({ verdict, reason, ...set });
    if (level === 'type' && type !== null) types.set(type, { ...(types.get(type) ?? emptySets()), [verdict]: set });
    if (level === 'site' && site_id !== null) sites.set(site_id, { ...(sites.get(site_id) ?? emptySets()), [verdict]: set });
  }
  return {
    sets, reasons,
    types: measure.byType ? [...types].map(([type, found]) => ({ type, sets: found })) : [],
    sites: [...sites].map(([siteId, found]) => ({ siteId, sets: found })),
  };
}

const COUNT = `
  , of_person as materialized (
    select type, site_id, verdict, reason, person_id, case verdict when 'counted' then 1 when 'unknown' then 2 else 3 end as place,
           count(*) as rows, sum(quantity) as quantity, sum(headcount) as headcount
      from judged group by type, site_id, verdict, reason, person_id
  ),
  placed as (
    select o.*, min(place) over (partition by person_id) as best, min(place) over (partition by person_id, type) as best_of_type,
           min(place) over (partition by person_id, site_id) as best_of_site
      from of_person o
  )
  select case grouping(reason, type, site_id) when 7 then 'set' when 3 then 'reason' when 5 then 'type' else 'site' end as level, verdict, reason, type, site_id,
         sum(rows)::integer as rows, sum(quantity)::float8 as quantity, sum(headcount)::integer as headcount,
         (case grouping(reason, type, site_id)
            when 7 then count(distinct person_id) filter (where place = best)
            when 3 then count(distinct person_id)
            when 5 then count(distinct person_id) filter (where place = best_of_type)
            else count(distinct person_id) filter (where place = best_of_site) end)::integer as people
    from placed group by grouping sets ((verdict), (verdict, reason), (verdict, type), (verdict, site_id))
   order by level, verdict, reason, type, site_id`;

const COUNT_ENTRIES = {
  stood: `with ${JUDGED.entries.stood} ${COUNT}`,
  recordedSince: `with ${JUDGED.entries.recordedSince} ${COUNT}`,
  endedSince: `with ${JUDGED.entries.endedSince} ${COUNT}`,
};

const COUNT_NIGHTS = {
  stood: `with ${JUDGED.nights.stood} ${COUNT}`,
  recordedSince: `with ${JUDGED.nights.recordedSince} ${COUNT}`,
  endedSince: `with ${JUDGED.nights.endedSince} ${COUNT}`,
};

const COUNT_A_NUMBERS = `
  with ${JUDGED_BOTH}, served as (
    select person_id from entry_judged where verdict = 'counted' and person_id is not null
    union select person_id from night_judged where verdict = 'counted'
  )
  select case when c.person_id is null then p.a_number_status else c.a_number_status end as status, count(*)::integer as people
    from served s
    join persons p on p.organization_id = $1 and p.id = s.person_id
    left join lateral (
      select f.person_id, f.a_number_status from person_fact_changes f
       where f.organization_id = $1 and f.person_id = p.id and f.changed_at > $2::timestamptz order by f.changed_at, f.id limit 1) c on true
   group by 1`;
