/**
 * Everybody who was offered a program ($3) at the sites ($4) as it was known at a moment ($2): when they entered (the first of the states
 * that mean taking part), when they said no, and where they stood at the end of the period ($6, the day after its last). Who was
 * recorded twice by mistake is left out, and so is a sealed case, from every count.
 */
const ENROLLED = `
  enrolled as (
    select e.id, e.person_id, e.case_id, e.site_id, coalesce(e.case_id, e.offer_id) as family_id, e.offered_on, e.referred_by, coalesce(p.language_spoken, 'unknown') as language,
           p.released_on, p.age_band in ('infant', 'child', 'teen') as is_minor, moved.entry_on, moved.declined_on, at_end.to_state as state, at_end.reason, at_end.happened_on as state_since,
           ($2::timestamptz at time zone site.time_zone)::date as today, site.time_zone
      from enrollments e
      join persons p on p.organization_id = $1 and p.id = e.person_id
      join sites site on site.organization_id = $1 and site.id = e.site_id
      cross join lateral (
        select min(event.happened_on) filter (where event.to_state in ('consented', 'assessed', 'active')) as entry_on,
               min(event.happened_on) filter (where event.to_state = 'declined') as declined_on,
               coalesce(bool_or(event.reason = 'duplicate'), false) as is_duplicate
          from enrollment_events event where event.organization_id = $1 and event.enrollment_id = e.id and event.recorded_at <= $2::timestamptz) moved
      left join lateral (
        select event.to_state, event.reason, event.happened_on from enrollment_events event
         where event.organization_id = $1 and event.enrollment_id = e.id and event.recorded_at <= $2::timestamptz and event.happened_on < $6::date and event.to_state <> 'follow_up'
         order by event.happened_on desc, event.id desc limit 1) at_end on true
     where e.organization_id = $1 and e.program_id = $3 and e.site_id = any ($4::uuid[]) and e.recorded_at <= $2::timestamptz and not moved.is_duplicate
       and (e.case_id is null or exists (select from cases c where c.organization_id = $1 and c.id = e.case_id and not c.sealed))
  ),
  offered as (select * from enrolled where offered_on >= $5::date and offered_on < $6::date),
  entered as (select * from enrolled where entry_on >= $5::date and entry_on < $6::date),
  served as (select * from enrolled where entry_on < $6::date and not (state = 'exited' and state_since < $5::date))`;

/** Milestones as they stood at the moment. */
const STANDING = `
  standing as (
    select event.case_id, event.person_id, event.milestone, event.state, event.on_date from milestone_events event
     where event.organization_id = $1 and event.recorded_at <= $2::timestamptz and (event.superseded_at is null or event.superseded_at > $2::timestamptz)
       and event.case_id in (select case_id from served)
  )`;

/** Final assessments of the cases at the moment, the corrected ones apart. Those behind a compartment are not among them. */
const ASSESSED = `
  assessed as (
    select a.case_id, a.person_id, a.stage, a.information_on, a.finalized_at from assessments a
     where a.organization_id = $1 and a.compartment is null and a.finalized_at <= $2::timestamptz and a.case_id in (select case_id from enrolled)
       and not exists (select from assessments later where later.organization_id = $1 and later.supersedes_id = a.id and later.finalized_at <= $2::timestamptz)
  )`;

/** What every indicator selects from. $7 is the number of days of the program's rule, null when it has none. */
export const INDICATOR_BASE = `${ENROLLED}, ${STANDING}, ${ASSESSED}, given as (select $7::integer as days)`;
