import { randomUUID } from 'node:crypto';
import { CLOSING_PLACE, type ClosingText } from '../../cases/case-closing.entity';
import { NOTE_PLACE } from '../../cases/notes/case-note.entity';
import { addDays } from '../../platform/clock/clock';
import type { Tx } from '../../platform/database/tx';
import type { Sealing } from '../../platform/sealing/sealing.service';
import type { DemoFamily } from '../cases/case-stories';
import { emptyDay } from '../demo.model';
import { insertAll } from './insert';
import { loadAssessments } from './load-assessments';
import { loadMilestones } from './load-milestones';
import { loadPeople } from './load-people';
import { loadPlans } from './load-plans';
import { inTheDay, type WorkedFamily } from './worked-family';

/** Writes families, what they were offered and what came of it. The programs, instruments and reasons must be installed. */
export async function loadFamilies(tx: Tx, sealing: Sealing, families: readonly DemoFamily[], today: string): Promise<void> {
  if (families.length === 0) return;
  await loadPeople(tx, sealing, {
    ...emptyDay(families[0]?.siteId ?? '', today), persons: families.flatMap(({ persons }) => persons), parties: families.map(({ party }) => party),
    members: families.flatMap(({ members }) => members), consents: families.flatMap(({ consents }) => consents),
  });
  const worked = families.flatMap((family) => (family.work ? [{ ...family, work: family.work }] : []));
  const keys = await sealing.newSubjects(worked.map(({ caseId }) => caseId));
  const cases = worked.flatMap((family): WorkedFamily[] => {
    const key = keys.get(family.caseId);
    return key ? [{ ...family, key }] : [];
  });
  await loadCaseHeads(tx, cases);
  await loadEnrollments(tx, families);
  await loadPlans(tx, cases, today);
  await loadAssessments(tx, cases);
  await loadMilestones(tx, cases);
  await loadNotes(tx, cases);
  await loadClosings(tx, cases, today);
}

async function loadCaseHeads(tx: Tx, cases: readonly WorkedFamily[]): Promise<void> {
  await insertAll(tx, CASES, cases, [
    ({ caseId }) => caseId, ({ siteId }) => siteId, ({ party }) => party.id, ({ work }) => work.code, ({ work }) => work.acuity, ({ work }) => work.openedOn, ({ work }) => work.leadId,
    (family) => inTheDay(family, family.work.openedOn),
  ]);
  const members = cases.flatMap(({ caseId, persons, adults, work }) => persons.map(({ id }) => ({ caseId, personId: id, role: adults.includes(id) ? 'participant' : 'family', on: work.openedOn })));
  await insertAll(tx, CASE_MEMBERS, members, [({ caseId }) => caseId, ({ personId }) => personId, ({ role }) => role, ({ on }) => on]);
  await insertAll(tx, CASE_WORKERS, cases, [({ caseId }) => caseId, ({ work }) => work.leadId, (family) => inTheDay(family, family.work.openedOn), ({ work }) => work.leadId]);
  const events = cases.flatMap((family) => [
    { family, kind: 'opened', on: family.work.openedOn, by: family.work.leadId },
    ...(family.work.closing ? [{ family, kind: 'closed', on: family.work.closing.on, by: family.work.supervisorId }] : []),
  ]);
  await insertAll(tx, CASE_EVENTS, events, [({ family }) => family.caseId, ({ kind }) => kind, ({ family, on }) => inTheDay(family, on), ({ by }) => by]);
  // Who works on it must be written before the seal falls, or nobody could write the rest.
  await tx.write('update cases set sealed = true where organization_id = $1 and id = any ($2::uuid[])', [tx.scope.organizationId, cases.filter(({ work }) => work.sealed).map(({ caseId }) => caseId)]);
  await insertAll(tx, SCREENERS, cases, [({ caseId }) => caseId, ({ work }) => work.leadId, (family) => inTheDay(family, family.work.openedOn)]);
}

async function loadEnrollments(tx: Tx, families: readonly DemoFamily[]): Promise<void> {
  const enrolled = families.flatMap((family) => family.adults.concat(family.persons.map(({ id }) => id).filter((id) => !family.adults.includes(id))).map((personId) => ({ family, personId, id: randomUUID() })));
  const last = ({ steps }: DemoFamily): DemoFamily['steps'][number] => steps[steps.length - 1] as DemoFamily['steps'][number];
  await insertAll(tx, ENROLLMENTS, enrolled, [
    ({ id }) => id, ({ family }) => family.programCode, ({ family }) => family.siteId, ({ personId }) => personId, ({ family }) => family.offerId, ({ family }) => (family.work ? family.caseId : null),
    ({ family }) => last(family).to, ({ family }) => family.referredBy, ({ family }) => family.offeredOn, ({ family }) => last(family).on, ({ family }) => last(family).reason,
    ({ family }) => inTheDay(family, family.offeredOn),
  ]);
  const steps = enrolled.flatMap(({ family, id }) => family.steps.map((step, at) => ({ family, id, step, from: family.steps[at - 1]?.to ?? null, at })));
  await insertAll(tx, ENROLLMENT_EVENTS, steps, [
    ({ id }) => id, ({ family }) => (family.work ? family.caseId : null), ({ from }) => from, ({ step }) => step.to, ({ step }) => step.on, ({ step }) => step.reason,
    ({ family, step, at }) => inTheDay(family, step.on, `15:${String(at + 10)}`),
  ]);
}

async function loadNotes(tx: Tx, cases: readonly WorkedFamily[]): Promise<void> {
  const notes = cases.flatMap((family) => family.work.notes.map((note) => ({ ...note, family, id: randomUUID() })));
  await insertAll(tx, NOTES, notes, [
    ({ id }) => id, ({ family }) => family.caseId, ({ family }) => family.work.leadId, ({ on }) => on, ({ family, on }) => inTheDay(family, on, '16:40'), ({ mode }) => mode, ({ minutes }) => minutes,
    ({ id, family, body }) => family.key.seal(NOTE_PLACE, id, { sections: { text: body }, othersPresent: null }), ({ family, on, signed }) => (signed ? inTheDay(family, on, '16:45') : null),
    ({ family, signed }) => (signed ? family.work.leadId : null),
  ]);
}

async function loadClosings(tx: Tx, cases: readonly WorkedFamily[], today: string): Promise<void> {
  const closed = cases.flatMap((family) => (family.work.closing ? [{ family, closing: family.work.closing, id: randomUUID() }] : []));
  const words = ({ closing }: (typeof closed)[number]): ClosingText => ({ summary: closing.summary, remains: closing.remains, partner: '', contactAttempts: closing.reason === 'lost_contact' ? 'Three calls on different days and a letter.' : '' });
  await insertAll(tx, CLOSINGS, closed, [
    ({ id }) => id, ({ family }) => family.caseId, ({ closing }) => closing.reason, ({ closing }) => closing.destination, ({ closing }) => closing.followUp, ({ closing }) => closing.on,
    (row) => row.family.key.seal(CLOSING_PLACE, row.id, words(row)), ({ family, closing }) => inTheDay(family, closing.on, '11:00'), ({ family }) => family.work.leadId,
  ]);
  await insertAll(tx, APPROVALS, closed, [
    ({ family }) => family.caseId, ({ id }) => id, ({ family, closing }) => inTheDay(family, closing.on, '11:00'), ({ family }) => family.work.leadId,
    ({ family, closing }) => inTheDay(family, closing.on, '14:00'), ({ family }) => family.work.supervisorId,
  ]);
  await insertAll(tx, CLOSE_CASES, closed, [
    ({ family }) => family.caseId, ({ closing }) => closing.on, ({ family }) => family.work.supervisorId, ({ closing }) => closing.reason, ({ closing }) => closing.destination, ({ closing }) => closing.followUp,
    (row) => row.family.key.seal('cases.closing_sealed', row.family.caseId, words(row)),
  ]);
  const followUps = closed.filter(({ closing }) => closing.followUp).flatMap((row) => [90, 180].map((days) => ({ ...row, days, dueOn: addDays(row.closing.on, days) })));
  const isDone = ({ dueOn }: { dueOn: string }): boolean => addDays(dueOn, 6) < today;
  await insertAll(tx, FOLLOW_UPS, followUps, [
    ({ family }) => family.caseId, ({ id }) => id, ({ days }) => days, ({ dueOn }) => dueOn, (row) => (isDone(row) ? 'done' : 'planned'), (row) => (isDone(row) ? 'doing_well' : null),
    (row) => (isDone(row) ? inTheDay(row.family, addDays(row.dueOn, 2)) : null), (row) => (isDone(row) ? row.family.work.leadId : null),
  ]);
}

const CASES = `
  insert into cases (organization_id, id, site_id, party_id, code, acuity, opened_on, opened_by, created_at)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::uuid[], $9::timestamptz[]) as r`;
const CASE_MEMBERS = `insert into case_members (organization_id, case_id, person_id, role, joined_on) select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[]) as r`;
const CASE_WORKERS = `
  insert into case_workers (organization_id, case_id, user_id, started_at, started_by, role) select $1, r.*, 'lead' from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::uuid[]) as r`;
const CASE_EVENTS = `
  insert into case_events (organization_id, case_id, kind, happened_at, by_user_id) select $1, r.* from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[]) as r`;
const SCREENERS = `
  insert into case_compartment_grants (organization_id, case_id, user_id, granted_at, granted_by, compartment)
  select $1, r.c, r.u, r.at, r.u, 'protection' from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as r (c, u, at)`;
const ENROLLMENTS = `
  insert into enrollments (organization_id, id, program_id, site_id, person_id, offer_id, case_id, state, referred_by, offered_on, state_since, end_reason, recorded_at, basis, eligibility)
  select $1, r.id, program.id, r.site, r.person, r.offer, r.held, r.state, r.referred_by, r.offered_on, r.since, r.reason, r.at, '{in_proceedings}',
         jsonb_build_object('on', r.offered_on, 'says', 'yes', 'rules', coalesce((
           select jsonb_agg(jsonb_build_object('ruleId', rule.id, 'key', rule.key, 'oneOf', rule.one_of, 'says', case when rule.criterion -> 'basis' ? 'in_proceedings' then 'yes' else 'no' end) order by rule.position)
             from program_eligibility_rules rule where rule.organization_id = $1 and rule.program_id = program.id and rule.superseded_at is null), '[]'))
    from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::date[], $11::date[], $12::text[], $13::timestamptz[])
      as r (id, program, site, person, offer, held, state, referred_by, offered_on, since, reason, at)
    join programs program on program.organization_id = $1 and program.code = r.program`;
const ENROLLMENT_EVENTS = `
  insert into enrollment_events (organization_id, enrollment_id, case_id, from_state, to_state, happened_on, reason, recorded_at)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::text[], $8::timestamptz[]) as r`;
const NOTES = `
  insert into case_notes (organization_id, id, case_id, author_id, contact_on, recorded_at, mode, minutes, body_sealed, signed_at, signed_by, language, saved_at)
  select $1, r.id, r.held, r.author, r.contact, r.at, r.mode, r.minutes, r.body, r.signed_at, r.signed_by, 'es', r.at
    from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::timestamptz[], $7::text[], $8::int[], $9::bytea[], $10::timestamptz[], $11::uuid[])
      as r (id, held, author, contact, at, mode, minutes, body, signed_at, signed_by)`;
const CLOSINGS = `
  insert into case_closings (organization_id, id, case_id, reason, destination, follow_up_consented, closes_on, sealed, requested_at, requested_by, state)
  select $1, r.*, 'closed' from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bool[], $7::date[], $8::bytea[], $9::timestamptz[], $10::uuid[]) as r`;
const APPROVALS = `
  insert into case_approvals (organization_id, case_id, subject_id, requested_at, requested_by, decided_at, decided_by, subject, state)
  select $1, r.*, 'closure', 'approved' from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::uuid[], $6::timestamptz[], $7::uuid[]) as r`;
const CLOSE_CASES = `
  update cases set state = 'closed', closed_on = r.closed_on, closed_by = r.closed_by, close_reason = r.reason, destination = r.destination, follow_up_consented = r.follow_up, closing_sealed = r.sealed
    from unnest($2::uuid[], $3::date[], $4::uuid[], $5::text[], $6::text[], $7::bool[], $8::bytea[]) as r (id, closed_on, closed_by, reason, destination, follow_up, sealed)
   where cases.organization_id = $1 and cases.id = r.id`;
const FOLLOW_UPS = `
  insert into case_follow_ups (organization_id, case_id, closing_id, after_days, due_on, state, outcome, recorded_at, recorded_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::int[], $5::date[], $6::text[], $7::text[], $8::timestamptz[], $9::uuid[]) as r`;
