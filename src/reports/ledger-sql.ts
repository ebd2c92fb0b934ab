import type { Tx } from '../platform/database/tx';
import type { ReportPlan, Segment } from './report-plan';

/**
 * The ledger of a report as of its moment, each row with its verdict: `counted`, `unknown` (a rule lacks an input) or `excluded`
 * (a rule says no). Every figure, every list of rows and every comparison begins with these same lines of SQL.
 *
 * $1 organization, $2 moment, $3 sites, $4 segments, $5 first day, $6 day after the last, $7 today of each site, $8 kinds.
 */
export const SCOPE = `
  segment as materialized (
    select * from jsonb_to_recordset($4::jsonb) as s (starts date, ends date, in_program boolean, window_days integer, window_rule uuid, kinds uuid[])
  ),
  house as materialized (
    select h.site_id, h.today from unnest($3::uuid[], $7::date[]) as h (site_id, today) where $5::date < $6::date and cardinality($8::uuid[]) >= 0
  )`;

/** Entries that stood at the moment: recorded by then and not reversed by then. */
const ENTRY_STOOD = `
  e.reverses_id is null and e.recorded_at <= $2::timestamptz
  and not exists (select from service_entries r where r.organization_id = $1 and r.reverses_id is not null and r.reverses_id = e.id and r.recorded_at <= $2::timestamptz)`;

/** Entries that stand at the moment and were recorded after $9. */
const ENTRY_RECORDED_SINCE = `${ENTRY_STOOD} and e.recorded_at > $9::timestamptz`;

/** Entries that stood at the moment and were reversed by $9. */
const ENTRY_REVERSED_SINCE = `
  e.reverses_id is null and e.recorded_at <= $2::timestamptz
  and exists (select from service_entries r where r.organization_id = $1 and r.reverses_id is not null and r.reverses_id = e.id and r.recorded_at > $2::timestamptz and r.recorded_at <= $9::timestamptz)`;

const PERIOD_STOOD = `
  b.recorded_at <= $2::timestamptz and (b.superseded_at is null or b.superseded_at > $2::timestamptz)`;

const PERIOD_RECORDED_SINCE = `${PERIOD_STOOD} and b.recorded_at > $9::timestamptz`;

const PERIOD_SUPERSEDED_SINCE = `
  b.recorded_at <= $2::timestamptz and b.superseded_at > $2::timestamptz and b.superseded_at <= $9::timestamptz`;

const ENTRY_SOURCE = `
  entry as materialized (
    select e.id, e.served_on as day, e.site_id, e.kind_id, coalesce(k.item_type, k.code) as type, e.quantity, e.person_id, e.party_id,
           case when e.person_id is null then e.people else 0 end as headcount, k.subject in ('person', 'headcount') as serves_people,
           s.in_program, s.window_days, s.window_rule
      from service_entries e
      join segment s on e.served_on >= s.starts and e.served_on < s.ends and e.kind_id = any (s.kinds)
      join service_kinds k on k.organization_id = $1 and k.id = e.kind_id
     where e.organization_id = $1 and e.site_id = any ($3::uuid[]) and e.kind_id = any ($8::uuid[]) and e.served_on >= $5::date and e.served_on < $6::date
       and `;

/** A release date as it was known at the moment: what it was before the first later change, else what it is. */
const ENTRY_JUDGED = `
  ),
  entry_release as materialized (
    select p.id as person_id, case when c.person_id is null then p.released_on else c.released_on end as released_on
      from (select distinct person_id from entry where in_program and window_days is not null and person_id is not null) wanted
      join persons p on p.organization_id = $1 and p.id = wanted.person_id
      left join lateral (
        select f.person_id, f.released_on from person_fact_changes f
         where f.organization_id = $1 and f.person_id = p.id and f.changed_at > $2::timestamptz order by f.changed_at, f.id limit 1) c on true
  ),
  entry_judged as (
    select e.id, e.day, e.day + 1 as until, e.site_id, e.kind_id, e.type, e.quantity, e.headcount, e.serves_people, e.person_id, e.party_id, v.verdict, v.reason,
           case when v.reason = 'outside_service_window' then e.window_rule end as rule_id
      from entry e
      left join entry_release f on f.person_id = e.person_id
      cross join lateral (
        select case v.reason when 'counted' then 'counted' when 'outside_program_period' then 'excluded' when 'outside_service_window' then 'excluded' else 'unknown' end as verdict,
               v.reason
          from (select case
                  when not e.in_program then 'outside_program_period'
                  when e.window_days is null or not e.serves_people then 'counted'
                  when e.person_id is null then 'people_not_named'
                  when f.released_on is null then 'release_date_unknown'
                  when e.day < f.released_on then 'released_after_service'
                  when e.day - f.released_on > e.window_days then 'outside_service_window'
                  else 'counted' end as reason) v) v
  )`;

/**
 * Lodging nights: dates on which a guest was in the house (not booked, not away) and that are over. A period is cut where the
 * verdict changes; what is left of it has its nights.
 */
const NIGHT_SOURCE = `
  lodging as materialized (
    select b.id, b.site_id, b.person_id, b.party_id, daterange(greatest(b.from_on, s.starts), least(b.until_on, s.ends, h.today)) as during,
           s.in_program, s.window_days, s.window_rule
      from bed_periods b
      join house h on h.site_id = b.site_id
      join segment s on b.from_on < least(s.ends, h.today) and b.until_on > s.starts and s.starts < h.today
     where b.organization_id = $1 and b.site_id = any ($3::uuid[]) and b.use = 'in_house' and b.from_on < $6::date and b.until_on > $5::date
       and `;

const NIGHT_JUDGED = `
  ),
  night_release as materialized (
    select p.id as person_id, case when c.person_id is null then p.released_on else c.released_on end as released_on
      from (select distinct person_id from lodging where in_program and window_days is not null) wanted
      join persons p on p.organization_id = $1 and p.id = wanted.person_id
      left join lateral (
        select f.person_id, f.released_on from person_fact_changes f
         where f.organization_id = $1 and f.person_id = p.id and f.changed_at > $2::timestamptz order by f.changed_at, f.id limit 1) c on true
  ),
  night_judged as (
    select l.id, lower(v.during) as day, upper(v.during) as until, l.site_id, null::uuid as kind_id, null::text as type,
           nights(v.during, v.during)::numeric as quantity, 0 as headcount, true as serves_people, l.person_id, l.party_id, v.verdict, v.reason,
           case when v.reason = 'outside_service_window' then l.window_rule end as rule_id
      from lodging l
      left join night_release f on f.person_id = l.person_id
      cross join lateral (
        select 'excluded' as verdict, 'outside_program_period' as reason, l.during where not l.in_program
        union all select 'counted', 'counted', l.during where l.in_program and l.window_days is null
        union all select 'unknown', 'release_date_unknown', l.during where l.in_program and l.window_days is not null and f.released_on is null
        union all select 'unknown', 'released_after_service', l.during * daterange(null, f.released_on) where l.in_program and l.window_days is not null and f.released_on is not null
        union all select 'counted', 'counted', l.during * daterange(f.released_on, f.released_on + l.window_days + 1) where l.in_program and l.window_days is not null and f.released_on is not null
        union all select 'excluded', 'outside_service_window', l.during * daterange(f.released_on + l.window_days + 1, null) where l.in_program and l.window_days is not null and f.released_on is not null
      ) v
     where not isempty(v.during)
  )`;

const OF_ENTRIES = 'judged as (select * from entry_judged)';
const OF_NIGHTS = 'judged as (select * from night_judged)';

/** Judged rows under the name `judged`, whether they come from entries or from nights. */
export const JUDGED = {
  entries: {
    stood: `${SCOPE}, ${ENTRY_SOURCE} ${ENTRY_STOOD} ${ENTRY_JUDGED}, ${OF_ENTRIES}`,
    recordedSince: `${SCOPE}, ${ENTRY_SOURCE} ${ENTRY_RECORDED_SINCE} ${ENTRY_JUDGED}, ${OF_ENTRIES}`,
    endedSince: `${SCOPE}, ${ENTRY_SOURCE} ${ENTRY_REVERSED_SINCE} ${ENTRY_JUDGED}, ${OF_ENTRIES}`,
  },
  nights: {
    stood: `${SCOPE}, ${NIGHT_SOURCE} ${PERIOD_STOOD} ${NIGHT_JUDGED}, ${OF_NIGHTS}`,
    recordedSince: `${SCOPE}, ${NIGHT_SOURCE} ${PERIOD_RECORDED_SINCE} ${NIGHT_JUDGED}, ${OF_NIGHTS}`,
    endedSince: `${SCOPE}, ${NIGHT_SOURCE} ${PERIOD_SUPERSEDED_SINCE} ${NIGHT_JUDGED}, ${OF_NIGHTS}`,
  },
} as const;

/** Judged entries and judged nights in one statement. */
export const JUDGED_BOTH = `${SCOPE}, ${ENTRY_SOURCE} ${ENTRY_STOOD} ${ENTRY_JUDGED}, ${NIGHT_SOURCE} ${PERIOD_STOOD} ${NIGHT_JUDGED}`;

/** The eight parameters that every statement over the judged ledger begins with. */
export function ledgerParameters(tx: Tx, plan: ReportPlan, segments: readonly Segment[]): unknown[] {
  return [
    tx.scope.organizationId,
    plan.asOf,
    plan.sites.map(({ id }) => id),
    JSON.stringify(segments),
    plan.period.from,
    plan.period.to,
    plan.sites.map(({ today }) => today),
    [...new Set(segments.flatMap(({ kinds }) => kinds))],
  ];
}
