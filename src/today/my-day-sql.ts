import type { MyDayKind } from './my-day.dto';

/** The open cases at a site ($3) on whose team somebody ($2) is. */
const MINE = `
  mine as (
    select found.id, found.code, found.opened_on
      from case_workers worker join cases found on found.organization_id = $1 and found.id = worker.case_id
     where worker.organization_id = $1 and worker.user_id = $2 and worker.ended_at is null and found.site_id = $3 and found.state = 'open'
  )`;

export const MY_CASES = `with ${MINE} select count(*)::int as count from mine`;

const STEPS = `
  with ${MINE}
  select step.id, mine.id as "caseId", mine.code as "caseCode", null::uuid as "personId", step.due_on::text as on, step.owner as detail, step.content_sealed as "contentSealed",
         null::jsonb as labels, count(*) over ()::int as total
    from mine join plan_steps step on step.organization_id = $1 and step.case_id = mine.id
   where step.state = 'open' and step.due_on <= $4::date
   order by step.due_on, step.id limit $5`;

const REVIEWS = `
  with ${MINE}
  select review.id, mine.id as "caseId", mine.code as "caseCode", null::uuid as "personId", review.due_on::text as on, review.kind as detail, null::bytea as "contentSealed",
         null::jsonb as labels, count(*) over ()::int as total
    from mine
    join plan_reviews review on review.organization_id = $1 and review.case_id = mine.id
    join plans plan on plan.organization_id = $1 and plan.id = review.plan_id and plan.state <> 'closed'
   where review.held_on is null and review.due_on <= $4::date
   order by review.due_on, review.id limit $5`;

/** Asked after a case was closed, so closed cases count. */
const FOLLOW_UPS = `
  select later.id, found.id as "caseId", found.code as "caseCode", null::uuid as "personId", later.due_on::text as on, later.after_days::text as detail,
         null::bytea as "contentSealed", null::jsonb as labels, count(*) over ()::int as total
    from case_workers worker
    join cases found on found.organization_id = $1 and found.id = worker.case_id
    join case_follow_ups later on later.organization_id = $1 and later.case_id = worker.case_id
   where worker.organization_id = $1 and worker.user_id = $2 and worker.ended_at is null and found.site_id = $3 and later.state = 'planned' and later.due_on <= $4::date
   order by later.due_on, later.id limit $5`;

/** First and next assessments by the days that the programs of a case say; of compartments nothing is told here. */
const ASSESSMENTS = `
  with ${MINE},
  asked as (
    select mine.id, mine.code, enrollment.program_id,
           coalesce((select min(event.happened_on) from enrollment_events event
                      where event.organization_id = $1 and event.enrollment_id = enrollment.id and event.to_state = 'consented'), mine.opened_on) as since
      from mine join enrollments enrollment on enrollment.organization_id = $1 and enrollment.case_id = mine.id
     where enrollment.state in ('consented', 'assessed', 'active')
  ),
  due as (
    select asked.id, asked.code, min(case when done.last_on is null then asked.since + days.first else done.last_on + days.again end) as due_on, max(done.last_on) as last_on
      from asked
      cross join lateral (
        select max(assessment.information_on) as last_on from assessments assessment
         where assessment.organization_id = $1 and assessment.case_id = asked.id and assessment.state = 'final' and assessment.compartment is null) done
      cross join lateral (
        select max((rule.value #>> '{}')::int) filter (where rule.key = 'assessment_due_days') as first,
               max((rule.value #>> '{}')::int) filter (where rule.key = 'reassessment_days') as again
          from program_rules rule
         where rule.organization_id = $1 and rule.program_id = asked.program_id and rule.superseded_at is null and rule.key in ('assessment_due_days', 'reassessment_days')
           and rule.effective_from <= $6::date and (rule.effective_to is null or rule.effective_to > $6::date)) days
     group by asked.id, asked.code
  )
  select due.id, due.id as "caseId", due.code as "caseCode", null::uuid as "personId", due.due_on::text as on, case when due.last_on is null then 'first' else 'again' end as detail,
         null::bytea as "contentSealed", null::jsonb as labels, count(*) over ()::int as total
    from due where due.due_on <= $4::date
   order by due.due_on, due.id limit $5`;

const UNSIGNED = `
  select note.id, found.id as "caseId", found.code as "caseCode", null::uuid as "personId", note.contact_on::text as on, note.mode as detail, null::bytea as "contentSealed",
         null::jsonb as labels, count(*) over ()::int as total
    from case_notes note join cases found on found.organization_id = $1 and found.id = note.case_id
   where note.organization_id = $1 and note.author_id = $2 and note.signed_at is null and found.site_id = $3 and note.contact_on <= $4::date
   order by note.contact_on, note.id limit $5`;

const COSIGN = `
  select note.id, found.id as "caseId", found.code as "caseCode", null::uuid as "personId", note.contact_on::text as on, note.mode as detail, null::bytea as "contentSealed",
         null::jsonb as labels, count(*) over ()::int as total
    from case_note_cosignatures waiting
    join case_notes note on note.organization_id = $1 and note.id = waiting.note_id
    join cases found on found.organization_id = $1 and found.id = note.case_id
   where waiting.organization_id = $1 and waiting.user_id = $2 and waiting.signed_at is null and found.site_id = $3 and note.contact_on <= $4::date
   order by note.contact_on, note.id limit $5`;

/** Offers that nobody has made a case of; those of the whole site, because nobody carries them yet. */
const REFERRALS = `
  select enrollment.id, null::uuid as "caseId", null as "caseCode", enrollment.person_id as "personId", enrollment.state_since::text as on, enrollment.state as detail,
         null::bytea as "contentSealed", jsonb_build_object('en', program.name, 'es', program.name) as labels, count(*) over ()::int as total
    from enrollments enrollment join programs program on program.organization_id = $1 and program.id = enrollment.program_id
   where enrollment.organization_id = $1 and enrollment.site_id = $3 and enrollment.state in ('referred', 'contacted') and enrollment.case_id is null
     and enrollment.state_since <= $4::date and $2::uuid is not null
   order by enrollment.state_since, enrollment.id limit $5`;

/** What somebody is on the way to. */
const MILESTONES = `
  with ${MINE}
  select event.id, mine.id as "caseId", mine.code as "caseCode", event.person_id as "personId", event.on_date::text as on, event.milestone as detail, null::bytea as "contentSealed",
         named.labels, count(*) over ()::int as total
    from mine
    join milestone_events event on event.organization_id = $1 and event.case_id = mine.id
    left join lateral (
      select milestone.labels from program_milestones milestone
       where milestone.organization_id = $1 and milestone.program_id = event.program_id and milestone.key = event.milestone and milestone.superseded_at is null
       order by milestone.effective_from desc limit 1) named on true
   where event.superseded_at is null and event.state = 'in_progress' and event.on_date <= $4::date
   order by event.on_date, event.id limit $5`;

/** Consents of members that end soon and are not given anew. */
const CONSENTS = `
  with ${MINE}
  select consent.id, mine.id as "caseId", mine.code as "caseCode", consent.person_id as "personId", consent.valid_until::text as on, consent.purpose as detail,
         null::bytea as "contentSealed", null::jsonb as labels, count(*) over ()::int as total
    from mine
    join case_members member on member.organization_id = $1 and member.case_id = mine.id and member.left_on is null
    join consents consent on consent.organization_id = $1 and consent.person_id = member.person_id
   where consent.decision = 'given' and consent.withdrawn_at is null and consent.valid_until > $6::date and consent.valid_until <= $4::date
     and not exists (select from consents later where later.organization_id = $1 and later.person_id = consent.person_id and later.purpose = consent.purpose
                        and later.recipient = consent.recipient and later.valid_until > consent.valid_until)
   order by consent.valid_until, consent.id limit $5`;

const PAPERS = `
  with ${MINE}
  select file.id, mine.id as "caseId", mine.code as "caseCode", null::uuid as "personId", file.expires_on::text as on, file.kind as detail, null::bytea as "contentSealed",
         null::jsonb as labels, count(*) over ()::int as total
    from mine join case_files file on file.organization_id = $1 and file.case_id = mine.id
   where file.removed_at is null and file.expires_on <= $4::date
   order by file.expires_on, file.id limit $5`;

/** Families with no open step and no review ahead, whom nobody has met for longest first. */
const NOTHING_PLANNED = `
  with ${MINE}
  select mine.id, mine.id as "caseId", mine.code as "caseCode", null::uuid as "personId", coalesce(met.last_on, mine.opened_on)::text as on,
         case when met.last_on is null then 'opened' else 'contact' end as detail, null::bytea as "contentSealed", null::jsonb as labels, count(*) over ()::int as total
    from mine
    cross join lateral (select max(note.contact_on) as last_on from case_notes note where note.organization_id = $1 and note.case_id = mine.id and note.signed_at is not null) met
   where not exists (select from plan_steps step where step.organization_id = $1 and step.case_id = mine.id and step.state = 'open')
     and not exists (select from plan_reviews review where review.organization_id = $1 and review.case_id = mine.id and review.held_on is null)
     and mine.opened_on <= $4::date
   order by coalesce(met.last_on, mine.opened_on), mine.id limit $5`;

/** One statement per kind. $1 organization, $2 user, $3 site, $4 until which day, $5 how many; assessments and consents also ask $6, today. */
export const MY_DAY = {
  steps: STEPS, reviews: REVIEWS, assessments: ASSESSMENTS, follow_ups: FOLLOW_UPS, unsigned: UNSIGNED, cosign: COSIGN, referrals: REFERRALS, milestones: MILESTONES, consents: CONSENTS, papers: PAPERS,
  nothing_planned: NOTHING_PLANNED,
} as const satisfies Record<MyDayKind, string>;

/** The first participant of each case, and how many there are. */
export const FAMILIES = `
  select distinct on (member.case_id) member.case_id as "caseId", member.person_id as "personId", (count(*) over (partition by member.case_id))::int as people
    from case_members member
   where member.organization_id = $1 and member.case_id = any ($2::uuid[]) and member.left_on is null
   order by member.case_id, (member.role = 'participant') desc, member.id`;
