import { Client } from 'pg';
import type { World } from './world';

/** What is to be counted. Both days count. */
export interface OracleQuestion {
  organizationId: string;
  programId: string;
  siteIds: string[];
  from: string;
  to: string;
  asOf: string;
}

interface Atom {
  measure: string;
  counts: string;
  verdict: 'counted' | 'unknown' | 'excluded';
  reason: string;
  type: string | null;
  quantity: number;
  headcount: number;
  person_id: string | null;
  site_id: string;
}

/** One set of a figure as the oracle counts it. */
export interface OracleSet {
  quantity: number;
  people: number;
  headcount: number;
}

export interface OracleFigure {
  sets: Record<Atom['verdict'], OracleSet>;
  reasons: Record<string, number>;
  types: Record<string, number>;
  /** What counts at each site. */
  sites: Record<string, OracleSet>;
}

/**
 * Counts the ledger a second time, in plain SQL that shares nothing with the reports: every night is a row of its own, every rule
 * is looked up again for every row, and nothing is aggregated before it is judged. Read as the superuser, past every policy.
 */
export async function askOracle(world: Pick<World, 'database'>, question: OracleQuestion): Promise<Record<string, OracleFigure>> {
  const client = new Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  try {
    const { organizationId, programId, siteIds, from, to, asOf } = question;
    const atoms = await client.query<Atom>(ATOMS, [organizationId, programId, siteIds, from, to, asOf]);
    const measures = [...new Set(atoms.rows.map(({ measure }) => measure))];
    return Object.fromEntries(measures.map((measure) => [measure, figureOf(atoms.rows.filter((atom) => atom.measure === measure))]));
  } finally {
    await client.end();
  }
}

/** A figure without any row. */
export function emptyFigure(): OracleFigure {
  return figureOf([]);
}

function figureOf(atoms: Atom[]): OracleFigure {
  const of = (verdict: Atom['verdict']): Atom[] => atoms.filter((atom) => atom.verdict === verdict);
  const people = (some: Atom[]): Set<string> => new Set(some.flatMap(({ person_id }) => (person_id ? [person_id] : [])));
  const counted = people(of('counted'));
  const unknown = new Set([...people(of('unknown'))].filter((id) => !counted.has(id)));
  const excluded = new Set([...people(of('excluded'))].filter((id) => !counted.has(id) && !unknown.has(id)));
  const set = (verdict: Atom['verdict'], persons: Set<string>): OracleSet => ({
    quantity: sum(of(verdict).map(({ quantity }) => quantity)), people: persons.size, headcount: sum(of(verdict).map(({ headcount }) => headcount)),
  });
  const group = (some: Atom[], key: (atom: Atom) => string): Record<string, number> => {
    const keys = [...new Set(some.map(key))].sort();
    return Object.fromEntries(keys.map((wanted) => [wanted, sum(some.filter((atom) => key(atom) === wanted).map(({ quantity }) => quantity))]));
  };
  const siteIds = [...new Set(atoms.map(({ site_id }) => site_id))].sort();
  const ofSite = (siteId: string): OracleSet => {
    const there = of('counted').filter(({ site_id }) => site_id === siteId);
    return { quantity: sum(there.map(({ quantity }) => quantity)), people: people(there).size, headcount: sum(there.map(({ headcount }) => headcount)) };
  };
  return {
    sites: Object.fromEntries(siteIds.map((siteId) => [siteId, ofSite(siteId)])),
    sets: { counted: set('counted', counted), unknown: set('unknown', unknown), excluded: set('excluded', excluded) },
    reasons: group(atoms.filter(({ verdict }) => verdict !== 'counted'), ({ reason }) => reason),
    types: group(of('counted'), ({ type }) => type ?? ''),
  };
}

function sum(numbers: number[]): number {
  return Math.round(numbers.reduce((total, number) => total + number, 0) * 100) / 100;
}

// $1 organization, $2 program, $3 sites, $4 first day, $5 last day, $6 moment
const ATOMS = `
  with fact as (
    select m.key as measure, m.counts, e.served_on as day, e.quantity::float8 as quantity, e.person_id, e.site_id, coalesce(k.item_type, k.code) as type,
           case when e.person_id is null then e.people else 0 end as headcount, k.subject in ('person', 'headcount') as about_people
      from service_entries e
      join service_kinds k on k.id = e.kind_id
      join program_measures m on m.program_id = $2 and k.category = any (m.categories) and m.counts <> 'nights'
       and m.recorded_at <= $6 and m.effective_from <= e.served_on and coalesce(m.effective_to, 'infinity') > e.served_on
     where e.organization_id = $1 and e.site_id = any ($3) and e.served_on between $4 and $5 and e.reverses_id is null and e.recorded_at <= $6
       and e.id not in (select r.reverses_id from service_entries r where r.reverses_id is not null and r.recorded_at <= $6)
    union all
    select m.key, m.counts, night::date, 1, b.person_id, b.site_id, null, 0, true
      from bed_periods b
      join sites s on s.id = b.site_id
      cross join generate_series(lower(b.during)::timestamp, upper(b.during) - interval '1 day', interval '1 day') night
      join program_measures m on m.program_id = $2 and m.counts = 'nights' and m.recorded_at <= $6
       and m.effective_from <= night::date and coalesce(m.effective_to, 'infinity') > night::date
     where b.organization_id = $1 and b.site_id = any ($3) and b.use = 'in_house' and night::date between $4 and $5
       and b.recorded_at <= $6 and coalesce(b.superseded_at, 'infinity') > $6
       and night::date < ($6::timestamptz at time zone s.time_zone)::date
  ),
  dressed as (
    select f.*,
           (select p.starts_on <= f.day and f.day <= p.ends_on from programs p where p.id = $2) as in_program,
           (select (r.value #>> '{}')::integer from program_rules r where r.program_id = $2 and r.key = 'service_window_days' and r.recorded_at <= $6
               and coalesce(r.superseded_at, 'infinity') > $6 and r.effective_from <= f.day and coalesce(r.effective_to, 'infinity') > f.day) as days_allowed,
           (select x.released_on from (
              select c.changed_at, c.released_on from person_fact_changes c where c.person_id = f.person_id and c.changed_at > $6
              union all select 'infinity', p.released_on from persons p where p.id = f.person_id) x order by x.changed_at limit 1) as released_on
      from fact f
  ),
  judged as (
    select d.*,
           case when not in_program then 'outside_program_period'
                when days_allowed is null or not about_people then 'counted'
                when person_id is null then 'people_not_named'
                when released_on is null then 'release_date_unknown'
                when day < released_on then 'released_after_service'
                when day > released_on + days_allowed then 'outside_service_window'
                else 'counted' end as reason
      from dressed d
  )
  select measure, counts, type, quantity, headcount, person_id, site_id, reason,
         case when reason = 'counted' then 'counted' when reason like 'outside%' then 'excluded' else 'unknown' end as verdict
    from judged`;
