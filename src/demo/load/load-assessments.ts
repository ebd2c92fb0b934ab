import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database/tx';
import type { DemoRating } from '../cases/case-stories';
import { insertAll } from './insert';
import { inTheDay, type WorkedFamily } from './worked-family';

type Rated = DemoRating & { family: WorkedFamily; id: string };

const OF_WORK = ['employment', 'income'];

/** Writes ratings of the self-sufficiency matrix, one of each adult at a time because one draft is open at a time, and what screens came to. */
export async function loadAssessments(tx: Tx, cases: readonly WorkedFamily[]): Promise<void> {
  const most = Math.max(0, ...cases.map(({ work }) => work.ratings.length));
  for (let turn = 0; turn < most; turn++) {
    const rated = cases.flatMap((family) => family.adults.flatMap((adult): Rated[] => {
      const rating = family.work.ratings.filter(({ personId }) => personId === adult)[turn];
      return rating ? [{ ...rating, family, id: randomUUID() }] : [];
    }));
    if (rated.length === 0) break;
    await begin(tx, 'self-sufficiency-matrix', rated.map(({ id, family, personId, on, stage }) => ({ id, family, personId, on, stage, outcome: null })));
    await insertAll(tx, ANSWERS, rated.flatMap((rating) => Object.entries(rating.levels).map(([question, level]) => ({ rating, question, level }))), [
      ({ rating }) => rating.family.caseId, ({ rating }) => rating.id, ({ question }) => question, ({ level }) => level, ({ level }) => level === null, ({ rating, question }) => rating.goals.includes(question),
      ({ rating, question }) => rating.stage !== 'exit' && OF_WORK.includes(question) && (rating.levels[question] ?? 5) < 2,
    ]);
    await finish(tx, rated);
  }
  const screened = cases.flatMap((family) => family.work.screened.map((screen) => ({ ...screen, family, stage: 'entry', id: randomUUID() })));
  await begin(tx, 'trafficking-screen', screened);
  await finish(tx, screened);
}

async function begin(tx: Tx, instrument: string, rows: readonly { id: string; family: WorkedFamily; personId: string; on: string; stage: string; outcome: string | null }[]): Promise<void> {
  await insertAll(tx, ASSESSMENTS, rows, [
    ({ id }) => id, ({ family }) => family.caseId, ({ personId }) => personId, () => instrument, ({ stage }) => stage, ({ on }) => on, ({ outcome }) => outcome,
    ({ outcome }) => (outcome === null ? null : outcome === 'indicator'), (row) => inTheDay(row.family, row.on), ({ family }) => family.work.leadId,
  ]);
}

async function finish(tx: Tx, rows: readonly { id: string; family: WorkedFamily; on: string }[]): Promise<void> {
  await insertAll(tx, FINISH, rows, [({ id }) => id, ({ family, on }) => inTheDay(family, on, '17:00'), ({ family }) => family.work.leadId]);
}

const ASSESSMENTS = `
  insert into assessments (organization_id, id, case_id, person_id, instrument_version_id, compartment, stage, information_on, outcome, follow_up_offered, created_at, created_by, language)
  select $1, r.id, r.held, r.person, version.id, version.definition ->> 'compartment', r.stage, r.on_date, r.outcome, r.offered, r.at, r.by, 'es'
    from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::text[], $9::bool[], $10::timestamptz[], $11::uuid[])
      as r (id, held, person, instrument, stage, on_date, outcome, offered, at, by)
    join instruments instrument on instrument.organization_id = $1 and instrument.code = r.instrument
    join instrument_versions version on version.organization_id = $1 and version.instrument_id = instrument.id and version.state = 'published'`;
const ANSWERS = `
  insert into assessment_answers (organization_id, case_id, assessment_id, question, level, not_applicable, goal, work_not_permitted)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::smallint[], $6::bool[], $7::bool[], $8::bool[]) as r`;
const FINISH = `
  update assessments set state = 'final', finalized_at = r.at, finalized_by = r.by from unnest($2::uuid[], $3::timestamptz[], $4::uuid[]) as r (id, at, by)
   where assessments.organization_id = $1 and assessments.id = r.id`;
