const OF = 'e.id, e.person_id, e.family_id, e.site_id';

/** How an offer ended so far. */
const ANSWER = `case when e.entry_on is not null then 'accepted' when e.declined_on is not null then 'declined' when e.state = 'exited' and e.reason = 'lost_contact' then 'unreachable'
                     when e.state = 'exited' then 'ended' else 'open' end`;

export const REACH = `select ${OF}, e.offered_on as day, ${ANSWER} as part, null::text as grp, null::integer as amount from offered e`;

export const REACH_BY_SOURCE = `select ${OF}, e.offered_on as day, ${ANSWER} as part, e.referred_by as grp, null::integer as amount from offered e`;

export const REACH_BY_LANGUAGE = `select ${OF}, e.offered_on as day, ${ANSWER} as part, e.language as grp, null::integer as amount from offered e`;

export const ENROLLED_IN_PERIOD = `select ${OF}, e.entry_on as day, 'enrolled' as part, null::text as grp, null::integer as amount from entered e`;

export const OFFER_TO_ENROLLMENT = `
  select ${OF}, e.entry_on as day, case when e.entry_on - e.offered_on <= 7 then 'within_7' when e.entry_on - e.offered_on <= 30 then 'within_30' else 'later' end as part,
         null::text as grp, e.entry_on - e.offered_on as amount
    from entered e`;

export const IN_PROGRAM_AT_END = `
  select ${OF}, e.entry_on as day, e.state as part, null::text as grp, null::integer as amount
    from enrolled e where e.entry_on < $6::date and e.state in ('consented', 'assessed', 'active', 'paused')`;

export const EXITS = `
  select ${OF}, e.state_since as day, coalesce(e.reason, 'unknown') as part, null::text as grp, e.state_since - e.entry_on as amount
    from enrolled e where e.state = 'exited' and e.entry_on is not null and e.state_since >= $5::date and e.state_since < $6::date`;

export const ASSESSED_ON_TIME = `
  select ${OF}, e.entry_on as day,
         case when given.days is null then 'no_rule'
              when first.day <= e.entry_on + given.days then 'on_time'
              when first.day is not null then 'late'
              when e.entry_on + given.days >= e.today then 'not_due'
              else 'missing' end as part, null::text as grp, first.day - e.entry_on as amount
    from entered e cross join given
    left join lateral (
      select min((a.finalized_at at time zone e.time_zone)::date) as day from assessed a
       where a.case_id = e.case_id and a.stage = 'entry' and (a.person_id is null or a.person_id = e.person_id)) first on true`;

export const PLAN_WITH_GOAL = `
  select ${OF}, e.entry_on as day,
         case when exists (select from plan_goals goal where goal.organization_id = $1 and goal.case_id = e.case_id and goal.created_at <= $2::timestamptz
                              and (goal.person_id is null or goal.person_id = e.person_id)) then 'with_goal' else 'without' end as part,
         null::text as grp, null::integer as amount
    from entered e`;

export const REASSESSED_ON_TIME = `
  select ${OF}, first.day + given.days as day,
         case when again.day <= first.day + given.days then 'on_time'
              when e.state = 'exited' and e.state_since <= first.day + given.days then 'left_before'
              when again.day is not null then 'late'
              when first.day + given.days >= e.today then 'not_due'
              else 'missing' end as part, null::text as grp, null::integer as amount
    from enrolled e cross join given
    join lateral (
      select min(a.information_on) as day from assessed a
       where a.case_id = e.case_id and a.stage = 'entry' and (a.person_id is null or a.person_id = e.person_id)) first on first.day is not null
    left join lateral (
      select min(a.information_on) as day from assessed a
       where a.case_id = e.case_id and a.stage in ('interim', 'exit') and a.information_on > first.day and (a.person_id is null or a.person_id = e.person_id)) again on true
   where given.days is not null and e.entry_on is not null and first.day + given.days >= $5::date and first.day + given.days < $6::date`;

export const SCREENED = `
  select ${OF}, e.entry_on as day,
         case when screen.outcome in ('no_indicator', 'indicator') then 'done' when screen.outcome = 'declined' then 'declined' else 'not_done' end as part,
         null::text as grp, null::integer as amount
    from served e
    left join lateral (
      select a.outcome from assessments a
        join instrument_versions version on version.organization_id = $1 and version.id = a.instrument_version_id
        join instruments instrument on instrument.organization_id = $1 and instrument.id = version.instrument_id and instrument.code = 'trafficking-screen'
       where a.organization_id = $1 and a.case_id = e.case_id and a.person_id = e.person_id and a.finalized_at <= $2::timestamptz
       order by a.information_on desc, a.id desc limit 1) screen on true
   where not e.is_minor`;

/** A service was received when the ledger has a line of its kind, or the milestone of the same name was reached. */
export const SERVICES_RECEIVED = `
  select ${OF}, e.entry_on as day,
         case when reached.state = 'achieved' or exists (
                select from service_entries entry join service_kinds kind on kind.organization_id = $1 and kind.id = entry.kind_id and kind.code = service.key
                 where entry.organization_id = $1 and entry.person_id = e.person_id and entry.reverses_id is null and entry.recorded_at <= $2::timestamptz
                   and entry.served_on >= e.entry_on and entry.served_on < $6::date
                   and not exists (select from service_entries undone where undone.organization_id = $1 and undone.reverses_id = entry.id and undone.recorded_at <= $2::timestamptz)) then 'received'
              when reached.state = 'declined' then 'declined' when reached.state = 'not_applicable' then 'not_applicable' else 'not_yet' end as part,
         service.key as grp, null::integer as amount
    from served e
    cross join (
      select distinct offer.key from program_services offer
       where offer.organization_id = $1 and offer.program_id = $3 and offer.recorded_at <= $2::timestamptz and (offer.superseded_at is null or offer.superseded_at > $2::timestamptz)
         and offer.key not in ('case_management', 'trafficking_screening') and offer.effective_from < $6::date and (offer.effective_to is null or offer.effective_to > $5::date)) service
    left join lateral (
      select standing.state from standing where standing.case_id = e.case_id and standing.milestone = service.key and (standing.person_id is null or standing.person_id = e.person_id)
       order by standing.state limit 1) reached on true
   where not e.is_minor`;

export const LEGAL_MILESTONES = `
  select ${OF}, e.entry_on as day, coalesce(reached.state, 'not_started') as part, milestone.key as grp, null::integer as amount
    from served e
    cross join (
      select distinct known.key from program_milestones known
       where known.organization_id = $1 and known.program_id = $3 and known.recorded_at <= $2::timestamptz and (known.superseded_at is null or known.superseded_at > $2::timestamptz)
         and known.key in ('attorney_consult', 'legal_screening', 'asylum_filed', 'ead_applied', 'ead_received', 'address_updates_filed', 'hearing_date_verified')) milestone
    left join lateral (
      select standing.state from standing where standing.case_id = e.case_id and standing.milestone = milestone.key and (standing.person_id is null or standing.person_id = e.person_id)
       order by standing.state limit 1) reached on true
   where not e.is_minor`;

/** The asylum application is due a year after the last arrival (8 USC 1158(a)(2)(B)); the day of release stands for it where it is known. */
export const ASYLUM_WITHIN_A_YEAR = `
  select ${OF}, e.entry_on as day,
         case when arrived.day is null then 'arrival_unknown'
              when filed.state in ('not_applicable', 'declined') then 'not_applicable'
              when filed.on_date < arrived.day + interval '1 year' then 'within_a_year'
              when filed.on_date is not null then 'after_a_year'
              when e.today < arrived.day + interval '1 year' then 'still_time'
              else 'not_filed' end as part, null::text as grp, null::integer as amount
    from served e
    left join lateral (
      select coalesce(e.released_on, (select min(party.arrived_on) from party_members member join parties party on party.organization_id = $1 and party.id = member.party_id
                                       where member.organization_id = $1 and member.person_id = e.person_id)) as day) arrived on true
    left join lateral (
      select standing.state, case when standing.state = 'achieved' then standing.on_date end as on_date from standing
       where standing.case_id = e.case_id and standing.milestone = 'asylum_filed' and (standing.person_id is null or standing.person_id = e.person_id)
       order by standing.state limit 1) filed on true
   where not e.is_minor`;

export const LANGUAGES = `select ${OF}, e.entry_on as day, e.language as part, null::text as grp, null::integer as amount from entered e`;
