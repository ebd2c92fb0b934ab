/**
 * The cases of the persons ($2) that the reader may read: at sites where they read cases ($9, null: all), on whose team they ($8) are or
 * which they supervise ($10, null: all). Sealed cases and shut compartments are left out by row level security.
 */
export const READABLE_CASES = `
  readable as (
    select distinct found.id, found.code, found.site_id, found.party_id, found.opened_on, found.closed_on, found.close_reason, site.time_zone, member.person_id
      from case_members member
      join cases found on found.organization_id = $1 and found.id = member.case_id
      join sites site on site.organization_id = $1 and site.id = found.site_id
     where member.organization_id = $1 and member.person_id = any ($2::uuid[])
       and ($9::uuid[] is null or found.site_id = any ($9::uuid[]))
       and ($10::uuid[] is null or found.site_id = any ($10::uuid[])
         or exists (select from case_workers worker where worker.organization_id = $1 and worker.case_id = found.id and worker.user_id = $8 and worker.ended_at is null))
  )`;

/**
 * What happened on cases, and offers of programs at sites where the reader reads those ($11, null: all). Of a note only that there was
 * a contact and how; no sealed column is named.
 */
export const CASE_ITEMS = `
      select readable.id, 'case_opened' as kind, readable.opened_on::timestamp at time zone readable.time_zone as at, readable.person_id, readable.party_id, readable.site_id,
             null as state, readable.code as detail, null::date as from_on, null::date as to_on, null::jsonb as labels, null::numeric as quantity, readable.id as case_id
        from readable
      union all
      select readable.id, 'case_closed', readable.closed_on::timestamp at time zone readable.time_zone, readable.person_id, readable.party_id, readable.site_id, null,
             readable.code, null, null, reason.labels, null, readable.id
        from readable left join case_close_reasons reason on reason.organization_id = $1 and reason.code = readable.close_reason
       where readable.closed_on is not null
      union all
      select note.id, 'case_note', note.contact_on::timestamp at time zone readable.time_zone, readable.person_id, readable.party_id, readable.site_id, null, note.mode,
             null, null, null, null, readable.id
        from readable join case_notes note on note.organization_id = $1 and note.case_id = readable.id
       where note.signed_at is not null and note.corrects_id is null
         and (exists (select from case_note_people there where there.organization_id = $1 and there.note_id = note.id and there.person_id = readable.person_id)
           or not exists (select from case_note_people there where there.organization_id = $1 and there.note_id = note.id))
      union all
      select signature.id, 'plan_signed', signature.signed_on::timestamp at time zone readable.time_zone, readable.person_id, readable.party_id, readable.site_id, null,
             signature.how, null, null, null, null, readable.id
        from readable join plan_signatures signature on signature.organization_id = $1 and signature.case_id = readable.id and signature.person_id = readable.person_id
      union all
      select event.id, 'milestone', event.on_date::timestamp at time zone readable.time_zone, readable.person_id, readable.party_id, readable.site_id, event.state, event.milestone,
             null, null, named.labels, null, readable.id
        from readable
        join milestone_events event on event.organization_id = $1 and event.case_id = readable.id and (event.person_id = readable.person_id or event.person_id is null)
        left join lateral (
          select milestone.labels from program_milestones milestone
           where milestone.organization_id = $1 and milestone.program_id = event.program_id and milestone.key = event.milestone and milestone.superseded_at is null
           order by milestone.effective_from desc limit 1) named on true
       where event.superseded_at is null and event.state in ('in_progress', 'achieved', 'declined')
      union all
      select assessment.id, 'assessment', assessment.finalized_at, readable.person_id, readable.party_id, readable.site_id, assessment.stage, null, null, null,
             version.definition -> 'name', null, readable.id
        from readable
        join assessments assessment on assessment.organization_id = $1 and assessment.case_id = readable.id and (assessment.person_id = readable.person_id or assessment.person_id is null)
        join instrument_versions version on version.organization_id = $1 and version.id = assessment.instrument_version_id
       where assessment.state = 'final'
      union all
      select file.id, 'case_file', file.uploaded_at, readable.person_id, readable.party_id, readable.site_id, null, file.kind, null, null, null, null, readable.id
        from readable join case_files file on file.organization_id = $1 and file.case_id = readable.id
       where file.removed_at is null
      union all
      select event.id, 'enrollment', event.happened_on::timestamp at time zone site.time_zone, enrollment.person_id, null, enrollment.site_id, event.to_state, program.code,
             null, null, jsonb_build_object('en', program.name, 'es', program.name), null, null
        from enrollments enrollment
        join enrollment_events event on event.organization_id = $1 and event.enrollment_id = enrollment.id
        join programs program on program.organization_id = $1 and program.id = enrollment.program_id
        join sites site on site.organization_id = $1 and site.id = enrollment.site_id
       where enrollment.organization_id = $1 and enrollment.person_id = any ($2::uuid[])
         and ($11::uuid[] is null or enrollment.site_id = any ($11::uuid[]))`;
