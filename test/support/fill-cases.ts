/**
 * Statements that fill the first site with cases enough for the planner to choose as it would after years ($1 organization, $2 site): a case for
 * each of 8,000 people of `fillHistory` with notes, a plan, milestones, papers and an offer. The caseworker of the world works on forty of them.
 * They are for reading plans: to be run without foreign keys.
 */
export const FILL_CASES = [
  `insert into cases (organization_id, site_id, code, opened_on) select $1, $2, 'C' || n, '2026-01-01' from generate_series(1, 8000) n`,
  `insert into case_members (organization_id, case_id, person_id, joined_on)
   select $1, found.id, member.person_id, '2026-01-01' from (select id, row_number() over (order by id) as n from cases where organization_id = $1) found
     join (select person_id, row_number() over (order by id) as n from party_members where organization_id = $1 and $2::uuid is not null) member using (n)`,
  `insert into case_workers (organization_id, case_id, user_id, role)
   select $1, found.id, worker.id, 'lead' from (select id, row_number() over (order by id) as n from cases where organization_id = $1 and $2::uuid is not null) found
     join users worker on worker.organization_id = $1 and worker.email like case when found.n <= 40 then 'caseworker@%' else 'supervisor@%' end`,
  `insert into case_notes (organization_id, case_id, author_id, contact_on, mode, body_sealed, signed_at, signed_by)
   select $1, case_id, user_id, '2026-01-02', 'phone', '\\x00', now(), user_id from case_workers, generate_series(1, 4) where organization_id = $1 and $2::uuid is not null`,
  `insert into case_note_people (organization_id, case_id, note_id, person_id)
   select $1, note.case_id, note.id, member.person_id from case_notes note join case_members member using (case_id) where note.organization_id = $1 and $2::uuid is not null`,
  `insert into case_note_cosignatures (organization_id, case_id, note_id, author_id, user_id, signed_at)
   select $1, case_id, id, author_id, uuidv7(), now() from case_notes where organization_id = $1 and $2::uuid is not null`,
  `insert into plans (organization_id, case_id, state, language, started_on) select $1, id, 'active', 'es', '2026-01-10' from cases where organization_id = $1 and $2::uuid is not null`,
  `insert into plan_steps (id, organization_id, case_id, goal_id, position, content_sealed, owner, due_on, state, done_on)
   select uuidv7(), $1, case_id, id, n, '\\x00', 'worker', '2026-02-01', case when n = 1 then 'open' else 'done' end, case when n > 1 then date '2026-02-01' end
     from plans, generate_series(1, 4) n where organization_id = $1 and $2::uuid is not null`,
  `insert into plan_reviews (organization_id, case_id, plan_id, kind, due_on) select $1, case_id, id, 'day_30', '2026-02-10' from plans where organization_id = $1 and $2::uuid is not null`,
  `insert into plan_signatures (id, organization_id, case_id, plan_id, plan_version, person_id, how, signed_on, language, recorded_at)
   select uuidv7(), $1, case_id, case_id, 1, person_id, 'on_paper', '2026-01-10', 'es', now() from case_members where organization_id = $1 and $2::uuid is not null`,
  `insert into milestone_events (organization_id, case_id, person_id, milestone, program_id, state, on_date)
   select $1, case_id, person_id, 'm' || n, $2, 'achieved', '2026-01-20' from case_members, generate_series(1, 3) n where organization_id = $1`,
  `insert into assessments (organization_id, case_id, instrument_version_id, stage, information_on, state, language, finalized_at)
   select $1, id, $2, 'entry', '2026-01-15', 'final', 'es', now() from cases, generate_series(1, 2) where organization_id = $1`,
  `insert into case_files (organization_id, case_id, kind, title_sealed, mime, bytes, fingerprint, stored_file_id, expires_on)
   select $1, id, 'lease', '\\x00', 'application/pdf', 1, '\\x00', uuidv7(), '2027-01-01' from cases where organization_id = $1 and $2::uuid is not null`,
  `insert into case_follow_ups (organization_id, case_id, closing_id, after_days, due_on)
   select $1, id, id, 90, '2027-01-01' from cases where organization_id = $1 and $2::uuid is not null`,
  `insert into enrollments (organization_id, program_id, site_id, person_id, offer_id, referred_by, offered_on, state_since, state, end_reason, eligibility)
   select $1, $2, $2, person_id, uuidv7(), 'site', '2026-01-01', '2026-01-01', 'declined', 'not_now', '{}' from case_members where organization_id = $1`,
  `insert into enrollment_events (organization_id, enrollment_id, to_state, happened_on) select $1, id, 'referred', '2026-01-01' from enrollments where organization_id = $1 and $2::uuid is not null`,
  `insert into consents (organization_id, person_id, purpose, decision, text_version, language, explained, captured, given_by, valid_from, valid_until)
   select $1, person_id, 'sms', 'given', '2026-1', 'es', 'read_aloud', 'signature', 'self', '2026-01-01', '2026-06-01' from party_members where organization_id = $1 and $2::uuid is not null`,
];
