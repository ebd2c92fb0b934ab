import { Tx } from '../../src/platform/database/tx';
import type { World } from './world';

/** What is counted, one cell at a time. */
export interface OracleQuestion {
  programId: string;
  from: string;
  to: string;
  siteIds: string[];
  milestone: string;
  day: number;
  today: string;
}

/** The cell as a person with the tables and patience would count it. */
export interface OracleCell {
  entered: number;
  denominator: number;
  achieved: number;
  lostContact: number;
}

const SUBJECTS = `
  from (select e.person_id as who, e.person_id, null::uuid as family_case, min(v.happened_on) as came, min(e.site_id::text) as site, min(e.id::text) as enrollment
          from enrollments e, enrollment_events v
         where v.enrollment_id = e.id and v.to_state in ('consented', 'assessed', 'active') and e.program_id = $1 and coalesce(e.end_reason, '') <> 'duplicate'
           and (select applies_to from program_milestones where program_id = $1 and key = $5) <> 'party'
           and (select applies_to from program_milestones where program_id = $1 and key = $5)
               = case when (select age_band from persons where id = e.person_id) in ('infant', 'child', 'teen') then 'child' else 'adult' end
         group by e.person_id
        union all
        select e.case_id, null, e.case_id, min(v.happened_on), min(e.site_id::text),
               (array_agg(e.id::text order by v.happened_on, e.id))[1]
          from enrollments e, enrollment_events v
         where v.enrollment_id = e.id and v.to_state in ('consented', 'assessed', 'active') and e.program_id = $1 and coalesce(e.end_reason, '') <> 'duplicate'
           and (select applies_to from program_milestones where program_id = $1 and key = $5) = 'party'
         group by e.case_id) s
 where s.came >= $2::date and s.came <= $3::date and s.site = any ($4::text[])`;
const ABOUT = `m.milestone = $5 and (m.person_id = s.person_id or (s.person_id is null and m.person_id is null and m.case_id = s.family_case))`;
const APPLIES = `not exists (select from milestone_events m where ${ABOUT} and m.superseded_at is null and m.state = 'not_applicable')`;
const CAME_SO_FAR = '$7::date - s.came >= $6::int';
const ACHIEVED = `exists (select from milestone_events m where ${ABOUT} and m.state = 'achieved' and coalesce(m.ended_how, '') <> 'corrected' and m.on_date - s.came <= $6::int)`;
const LOST = `exists (select from enrollment_events v where v.enrollment_id::text = s.enrollment and v.to_state = 'exited' and v.reason = 'lost_contact' and v.happened_on - s.came <= $6::int)`;

/** Counts one cell with plain statements that share nothing with the application's. Families of the oracle have a case. */
export async function askCohortOracle(world: World, question: OracleQuestion): Promise<OracleCell> {
  const { programId, from, to, siteIds, milestone, day, today } = question;
  const count = async (where: string): Promise<number> => {
    const sql = `select count(*)::int as n ${SUBJECTS} and $6::int is not null and $7::date is not null ${where}`;
    const [row] = await world.run(world.home.system, () => world.get(Tx).rows<{ n: number }>(sql, [programId, from, to, siteIds, milestone, day, today]));
    return row?.n ?? 0;
  };
  return {
    entered: await count(''),
    denominator: await count(`and ${APPLIES} and ${CAME_SO_FAR}`),
    achieved: await count(`and ${APPLIES} and ${CAME_SO_FAR} and ${ACHIEVED}`),
    lostContact: await count(`and ${APPLIES} and ${CAME_SO_FAR} and not ${ACHIEVED} and ${LOST}`),
  };
}
