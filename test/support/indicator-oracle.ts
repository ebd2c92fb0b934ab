import { Tx } from '../../src/platform/database/tx';
import type { World } from './world';

/** Whom to count: a program at sites, the days from `from` to `to` (both count). */
export interface IndicatorQuestion {
  programId: string;
  from: string;
  to: string;
  siteIds: string[];
}

const CAME = "(select min(v.happened_on) from enrollment_events v where v.enrollment_id = e.id and v.to_state in ('consented', 'assessed', 'active'))";
const LAST = "(select v.id from enrollment_events v where v.enrollment_id = e.id and v.happened_on <= $4::date and v.to_state <> 'follow_up' order by v.happened_on desc, v.id desc limit 1)";
const WHO = `from enrollments e where e.program_id = $1 and e.site_id = any ($2::uuid[])
  and not exists (select from enrollment_events v where v.enrollment_id = e.id and v.reason = 'duplicate') and not exists (select from cases c where c.id = e.case_id and c.sealed)`;
const OFFERED = 'and e.offered_on between $3::date and $4::date';
const ENTERED = `and ${CAME} between $3::date and $4::date`;

/** One question for each number, as somebody with the tables and patience would ask it. Nothing here is shared with the reports. */
const QUESTIONS: Record<string, string> = {
  'reach.accepted': `select count(*)::int as n ${WHO} ${OFFERED} and ${CAME} is not null`,
  'reach.declined': `select count(*)::int as n ${WHO} ${OFFERED} and ${CAME} is null and exists (select from enrollment_events v where v.enrollment_id = e.id and v.to_state = 'declined')`,
  'reach.all': `select count(*)::int as n ${WHO} ${OFFERED}`,
  'enrolled.people': `select count(*)::int as n ${WHO} ${ENTERED}`,
  'enrolled.families': `select count(distinct coalesce(e.case_id, e.offer_id))::int as n ${WHO} ${ENTERED}`,
  'in_program_at_end.active': `select count(*)::int as n ${WHO} and ${CAME} <= $4::date and exists (select from enrollment_events v where v.id = ${LAST} and v.to_state = 'active')`,
  'exits.all': `select count(*)::int as n ${WHO} and ${CAME} is not null and exists (select from enrollment_events v where v.id = ${LAST} and v.to_state = 'exited' and v.happened_on between $3::date and $4::date)`,
  'exits.goals_met': `select count(*)::int as n ${WHO} and ${CAME} is not null
    and exists (select from enrollment_events v where v.id = ${LAST} and v.to_state = 'exited' and v.reason = 'goals_met' and v.happened_on between $3::date and $4::date)`,
  'plan_with_goal.with_goal': `select count(*)::int as n ${WHO} ${ENTERED} and e.case_id in (select g.case_id from plan_goals g where g.person_id is null or g.person_id = e.person_id)`,
  'assessment_on_time.on_time': `select count(*)::int as n ${WHO} ${ENTERED} and e.case_id in (
    select a.case_id from assessments a join sites s on s.id = e.site_id
     where a.stage = 'entry' and a.state in ('final', 'superseded') and a.compartment is null and (a.person_id is null or a.person_id = e.person_id)
       and (a.finalized_at at time zone s.time_zone)::date - ${CAME} <= 14)`,
  'asylum_within_a_year.within_a_year': `select count(*)::int as n ${WHO} and ${CAME} <= $4::date
    and not exists (select from enrollment_events v where v.id = ${LAST} and v.to_state = 'exited' and v.happened_on < $3::date)
    and (select p.age_band not in ('infant', 'child', 'teen') from persons p where p.id = e.person_id)
    and exists (select from milestone_events m join persons p on p.id = e.person_id where m.case_id = e.case_id and m.milestone = 'asylum_filed' and m.superseded_at is null and m.state = 'achieved'
                  and (m.person_id is null or m.person_id = e.person_id) and age(m.on_date, p.released_on) < interval '1 year')`,
  'languages.es': `select count(*)::int as n ${WHO} ${ENTERED} and (select p.language_spoken from persons p where p.id = e.person_id) = 'es'`,
};

/** The numbers, by indicator and part. */
export async function askIndicatorOracle(world: World, { programId, from, to, siteIds }: IndicatorQuestion): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const sql = `${question} and $3::date <= $4::date`;
    const [row] = await world.run(world.home.system, () => world.get(Tx).rows<{ n: number }>(sql, [programId, siteIds, from, to]));
    answers[name] = row?.n ?? 0;
  }
  return answers;
}
