/**
 * Everybody ($1 organization, $2 program) with the first day they entered, by the states that mean taking part. Whoever was recorded
 * twice by mistake, or whose records were merged, is counted once, with what was said in any of the records. Families are those whose first member entered in the span; `today` is the site's own.
 */
const ENTERED = `
  entered as (
    select distinct on (coalesce(merge.kept_id, enrollment.person_id)) enrollment.id as enrollment_id, enrollment.person_id, enrollment.case_id, enrollment.site_id,
           coalesce(enrollment.case_id, enrollment.offer_id) as family_id, event.happened_on as entry_on, person.age_band in ('infant', 'child', 'teen') as is_minor,
           ($6::timestamptz at time zone site.time_zone)::date as today
      from enrollments enrollment
      join enrollment_events event on event.organization_id = $1 and event.enrollment_id = enrollment.id and event.to_state in ('consented', 'assessed', 'active')
      left join person_merges merge on merge.organization_id = $1 and merge.merged_id = enrollment.person_id and merge.undone_at is null
      join persons person on person.organization_id = $1 and person.id = enrollment.person_id
      join sites site on site.organization_id = $1 and site.id = enrollment.site_id
     where enrollment.organization_id = $1 and enrollment.program_id = $2 and enrollment.end_reason is distinct from 'duplicate'
     order by coalesce(merge.kept_id, enrollment.person_id), event.happened_on, event.id),
  people as (
    select entered.*, array(select sec.same_person(entered.person_id)) as records from entered where entry_on between $3::date and $4::date and ($5::uuid[] is null or site_id = any ($5::uuid[]))),
  families as (
    select * from (select distinct on (family_id) * from entered order by family_id, entry_on, enrollment_id) first
     where entry_on between $3::date and $4::date and ($5::uuid[] is null or site_id = any ($5::uuid[])))`;

/** What was said about one milestone of one subject: the first day it was reached, and whether it was put aside. */
const SAID = `
  min(event.on_date) filter (where event.state = 'achieved' and event.ended_how is distinct from 'corrected') as achieved_on,
  max(event.state) filter (where event.superseded_at is null and event.state in ('not_applicable', 'declined')) as no
  from milestone_events event`;

/**
 * One row for each milestone, subject (a person, or a family) and day ($7), with the set it is in. A milestone that was recorded by mistake
 * does not count; one that was reached and lost again was reached. A family is lost to contact when its first member is.
 */
const STANDING = `
  ${ENTERED},
  named as (
    select distinct on (milestone.key) milestone.key, milestone.labels, milestone.position, milestone.applies_to, milestone.counts_towards
      from program_milestones milestone
     where milestone.organization_id = $1 and milestone.program_id = $2 and milestone.superseded_at is null
       and milestone.effective_from <= $4::date and (milestone.effective_to is null or milestone.effective_to > $3::date)
     order by milestone.key, milestone.effective_from desc),
  subjects as (
    select named.key, people.enrollment_id, people.person_id, people.case_id, people.entry_on, people.today, said.achieved_on, said.no
      from named join people on named.applies_to = case when people.is_minor then 'child' else 'adult' end
      cross join lateral (select ${SAID} where event.organization_id = $1 and event.person_id = any (people.records) and event.milestone = named.key) said
    union all
    select named.key, families.enrollment_id, null, families.case_id, families.entry_on, families.today, said.achieved_on, said.no
      from named join families on named.applies_to = 'party'
      cross join lateral (select ${SAID} where event.organization_id = $1 and event.case_id = families.case_id and event.milestone = named.key and event.person_id is null) said),
  steps as materialized (
    select found.enrollment_id, found.entry_on, event.id, event.happened_on, event.to_state = 'exited' and event.reason is not distinct from 'lost_contact' as is_loss
      from (select enrollment_id, entry_on from people union select enrollment_id, entry_on from families) found
      join enrollment_events event on event.organization_id = $1 and event.enrollment_id = found.enrollment_id and event.to_state <> 'follow_up'),
  lost as (
    select distinct on (steps.enrollment_id, checkpoint.day) steps.enrollment_id, checkpoint.day, steps.is_loss as is_lost
      from steps cross join unnest($7::int[]) as checkpoint (day)
     where steps.happened_on <= steps.entry_on + checkpoint.day
     order by steps.enrollment_id, checkpoint.day, steps.happened_on desc, steps.id desc),
  standing as (
    select subjects.*, checkpoint.day,
           case when subjects.no = 'not_applicable' then 'not_applicable'
                when subjects.entry_on + checkpoint.day > subjects.today then 'not_yet'
                when subjects.achieved_on <= subjects.entry_on + checkpoint.day then 'achieved'
                when lost.is_lost then 'lost_contact'
                when subjects.no = 'declined' then 'declined'
                else 'open' end as set
      from subjects
      cross join unnest($7::int[]) as checkpoint (day)
      left join lost on lost.enrollment_id = subjects.enrollment_id and lost.day = checkpoint.day)`;

/** How many are in each set, by milestone and day: one row for each, also where nobody is. */
export const COHORT = `
  with ${STANDING}
  select named.key as milestone, named.labels, named.applies_to as subject, coalesce(named.counts_towards[1], 'other') as "group", checkpoint.day,
         count(*) filter (where standing.set = 'achieved')::int as achieved, count(*) filter (where standing.set = 'lost_contact')::int as lost_contact,
         count(*) filter (where standing.set = 'declined')::int as declined, count(*) filter (where standing.set = 'open')::int as open,
         count(*) filter (where standing.set = 'not_yet')::int as not_yet, count(*) filter (where standing.set = 'not_applicable')::int as not_applicable
    from named
    cross join unnest($7::int[]) as checkpoint (day)
    left join standing on standing.key = named.key and standing.day = checkpoint.day
   group by named.key, named.labels, named.applies_to, named.counts_towards, named.position, checkpoint.day
   order by named.position, named.key, checkpoint.day`;

/** How many people and families entered in the span. */
export const COHORT_SIZE = `
  with ${ENTERED}
  select (select count(*)::int from people) as people, (select count(*)::int from families) as families`;

/** Those in one set ($9) of a milestone ($8) on a day (the only one of $7), from behind an enrollment ($10) on. */
export const COHORT_ROWS = `
  with ${STANDING}
  select standing.enrollment_id as id, standing.person_id as "personId", standing.case_id as "caseId", found.code as "caseCode", standing.entry_on::text as "entryOn",
         standing.achieved_on::text as "achievedOn"
    from standing left join cases found on found.organization_id = $1 and found.id = standing.case_id
   where standing.key = $8 and standing.set = $9 and ($10::uuid is null or standing.enrollment_id > $10::uuid)
   order by standing.enrollment_id
   limit $11`;

/** What the frozen looks of the families that entered in the span said; here $6 are the days. */
export const COHORT_SUFFICIENCY = `
  select checkpoint.day, count(snapshot.id)::int as frozen, count(*) filter (where snapshot.verdict = 'self_sufficient')::int as "selfSufficient",
         count(*) filter (where snapshot.verdict = 'not_self_sufficient')::int as "notSelfSufficient", count(*) filter (where snapshot.verdict = 'unknown')::int as unknown,
         count(*) filter (where snapshot.standing = 'lost_contact')::int as "lostContact"
    from unnest($6::int[]) as checkpoint (day)
    left join (select frozen.* from sufficiency_snapshots frozen join cases found on found.organization_id = $1 and found.id = frozen.case_id
                where frozen.organization_id = $1 and frozen.program_id = $2 and frozen.entry_on between $3::date and $4::date
                  and ($5::uuid[] is null or found.site_id = any ($5::uuid[]))) snapshot on snapshot.day = checkpoint.day
   group by checkpoint.day
   order by checkpoint.day`;
