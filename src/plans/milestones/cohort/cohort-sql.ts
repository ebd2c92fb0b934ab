/** The milestones of a program ($2) that were put to those who entered in the span ($3 to $4), as it was known at a moment ($5). */
const NAMED = `
  named as (
    select distinct on (milestone.key) milestone.key, milestone.labels, milestone.position, milestone.applies_to, milestone.counts_towards
      from program_milestones milestone
     where milestone.organization_id = $1 and milestone.program_id = $2 and milestone.recorded_at <= $5::timestamptz
       and (milestone.superseded_at is null or milestone.superseded_at > $5::timestamptz)
       and milestone.effective_from <= $4::date and (milestone.effective_to is null or milestone.effective_to > $3::date)
     order by milestone.key, milestone.effective_from desc)`;

/**
 * Everybody ($1 organization, $2 program) with the first day they entered, by the states that mean taking part, as it was known at $5 ('infinity':
 * now). Whoever was recorded twice by mistake, or whose records were merged, is counted once, with what was said in any of the records. Families
 * are those whose first member entered in the span, at the sites ($6, null: all); `today` is the site's own at $7. Where $8 says so, sealed cases
 * are left out although the reader sees them.
 */
const ENTERED = `
  entered as (
    select distinct on (coalesce(merge.kept_id, enrollment.person_id)) enrollment.id as enrollment_id, enrollment.person_id, coalesce(merge.kept_id, enrollment.person_id) as kept_id,
           enrollment.case_id, enrollment.site_id, coalesce(enrollment.case_id, enrollment.offer_id) as family_id, event.happened_on as entry_on,
           person.age_band in ('infant', 'child', 'teen') as is_minor, ($7::timestamptz at time zone site.time_zone)::date as today
      from enrollments enrollment
      join enrollment_events event on event.organization_id = $1 and event.enrollment_id = enrollment.id and event.to_state in ('consented', 'assessed', 'active')
       and event.recorded_at <= $5::timestamptz
      left join person_merges merge on merge.organization_id = $1 and merge.merged_id = enrollment.person_id and merge.merged_at <= $5::timestamptz
       and (merge.undone_at is null or merge.undone_at > $5::timestamptz)
      join persons person on person.organization_id = $1 and person.id = enrollment.person_id
      join sites site on site.organization_id = $1 and site.id = enrollment.site_id
     where enrollment.organization_id = $1 and enrollment.program_id = $2 and enrollment.recorded_at <= $5::timestamptz
       and (not $8::boolean or enrollment.case_id is null
            or exists (select from cases held where held.organization_id = $1 and held.id = enrollment.case_id and not held.sealed))
       and 'duplicate' is distinct from (
             select step.reason from enrollment_events step
              where step.organization_id = $1 and step.enrollment_id = enrollment.id and step.to_state <> 'follow_up' and step.recorded_at <= $5::timestamptz
              order by step.id desc limit 1)
     order by coalesce(merge.kept_id, enrollment.person_id), event.happened_on, event.id),
  people as (
    select entered.*,
           array(select entered.kept_id
                 union select merge.merged_id from person_merges merge
                        where merge.organization_id = $1 and merge.kept_id = entered.kept_id and merge.merged_at <= $5::timestamptz
                          and (merge.undone_at is null or merge.undone_at > $5::timestamptz)) as records
      from entered where entry_on between $3::date and $4::date and ($6::uuid[] is null or site_id = any ($6::uuid[]))),
  families as (
    select * from (select distinct on (family_id) * from entered order by family_id, entry_on, enrollment_id) first
     where entry_on between $3::date and $4::date and ($6::uuid[] is null or site_id = any ($6::uuid[])))`;

/** What was said about one milestone of one subject: the first day it was reached, and whether it was put aside. */
const SAID = `
  min(event.on_date) filter (where event.state = 'achieved'
    and (event.ended_how is distinct from 'corrected' or event.superseded_at > $5::timestamptz)) as achieved_on,
  max(event.state) filter (where (event.superseded_at is null or event.superseded_at > $5::timestamptz) and event.state in ('not_applicable', 'declined')) as no
  from milestone_events event
 where event.organization_id = $1 and event.recorded_at <= $5::timestamptz and event.milestone = named.key
   and (not $8::boolean or exists (select from cases held where held.organization_id = $1 and held.id = event.case_id and not held.sealed))`;

/**
 * One row for each milestone ($10, null: all), subject (a person, or a family, told by its first member) and day ($9), with the set it is in.
 * A milestone that was recorded by mistake does not count; one that was reached and lost again was reached. A family is lost to contact when
 * its first member is. The live table and the report both count these rows.
 */
export const COHORT_STANDING = `
  ${ENTERED},
  ${NAMED},
  subjects as (
    select named.key, people.enrollment_id, people.person_id, people.person_id as member_id, people.family_id, people.site_id, people.case_id, people.entry_on, people.today,
           said.achieved_on, said.no
      from named join people on named.applies_to = case when people.is_minor then 'child' else 'adult' end
      cross join lateral (select ${SAID} and event.person_id = any (people.records)) said
     where $10::text is null or named.key = $10
    union all
    select named.key, families.enrollment_id, null, families.person_id, families.family_id, families.site_id, families.case_id, families.entry_on, families.today,
           said.achieved_on, said.no
      from named join families on named.applies_to = 'party'
      cross join lateral (select ${SAID} and event.case_id = families.case_id and event.person_id is null) said
     where $10::text is null or named.key = $10),
  steps as materialized (
    select found.enrollment_id, found.entry_on, event.id, event.happened_on, event.to_state = 'exited' and event.reason is not distinct from 'lost_contact' as is_loss
      from (select enrollment_id, entry_on from people union select enrollment_id, entry_on from families) found
      join enrollment_events event on event.organization_id = $1 and event.enrollment_id = found.enrollment_id and event.to_state <> 'follow_up'
       and event.recorded_at <= $5::timestamptz),
  lost as (
    select distinct on (steps.enrollment_id, checkpoint.day) steps.enrollment_id, checkpoint.day, steps.is_loss as is_lost
      from steps cross join unnest($9::int[]) as checkpoint (day)
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
      cross join unnest($9::int[]) as checkpoint (day)
      left join lost on lost.enrollment_id = subjects.enrollment_id and lost.day = checkpoint.day)`;

/** What the program's milestones are called, in the order of its catalogue. */
export const COHORT_MILESTONES = `with ${NAMED} select key, labels, applies_to as subject from named order by position, key`;

/** How many are in each set, by milestone and day: one row for each, also where nobody is. */
export const COHORT = `
  with ${COHORT_STANDING}
  select named.key as milestone, named.labels, named.applies_to as subject, coalesce(named.counts_towards[1], 'other') as "group", checkpoint.day,
         count(*) filter (where standing.set = 'achieved')::int as achieved, count(*) filter (where standing.set = 'lost_contact')::int as lost_contact,
         count(*) filter (where standing.set = 'declined')::int as declined, count(*) filter (where standing.set = 'open')::int as open,
         count(*) filter (where standing.set = 'not_yet')::int as not_yet, count(*) filter (where standing.set = 'not_applicable')::int as not_applicable
    from named
    cross join unnest($9::int[]) as checkpoint (day)
    left join standing on standing.key = named.key and standing.day = checkpoint.day
   group by named.key, named.labels, named.applies_to, named.counts_towards, named.position, checkpoint.day
   order by named.position, named.key, checkpoint.day`;

/** How many people and families entered in the span. */
export const COHORT_SIZE = `
  with ${ENTERED}
  select (select count(*)::int from people) as people, (select count(*)::int from families) as families`;

/** Those in one set ($11) of a milestone ($10) on a day (the only one of $9), from behind an enrollment ($12) on. */
export const COHORT_ROWS = `
  with ${COHORT_STANDING}
  select standing.enrollment_id as id, standing.person_id as "personId", standing.case_id as "caseId", found.code as "caseCode", standing.entry_on::text as "entryOn",
         standing.achieved_on::text as "achievedOn"
    from standing left join cases found on found.organization_id = $1 and found.id = standing.case_id
   where standing.set = $11 and ($12::uuid is null or standing.enrollment_id > $12::uuid)
   order by standing.enrollment_id
   limit $13`;

/** What the frozen looks of the families that entered in the span said; here $5 are the sites and $6 the days. */
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
