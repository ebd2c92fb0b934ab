import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseTable } from './support/case-table';
import { tenantTable } from './support/tenant-table';

/** Tables of dated, sourced rows that a program is made of; a row is superseded, never edited. */
const programRows = ['program_services', 'program_eligibility_rules', 'program_milestones', 'program_end_reasons'];

/** What a program offers, whom it is for and what it counts, as dated rows; and who was offered a program, with every step since. */
export class Enrollments1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table program_services (
        id uuid not null default uuidv7() constraint program_services_pk primary key,
        organization_id uuid not null,
        program_id uuid not null,
        key text not null,
        position integer not null,
        labels jsonb not null,
        core boolean not null,
        effective_from date not null,
        effective_to date,
        source text not null,
        note text not null default '',
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        superseded_at timestamptz,
        constraint program_services_scope unique (organization_id, id),
        constraint program_services_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint program_services_dates check (effective_to is null or effective_to > effective_from),
        constraint program_services_source_given check (length(btrim(source)) > 0),
        constraint program_services_no_overlap exclude using gist
          (organization_id with =, program_id with =, key with =, daterange(effective_from, effective_to) with &&) where (superseded_at is null)
      )`);
    await runner.query(`
      create table program_eligibility_rules (
        id uuid not null default uuidv7() constraint program_eligibility_rules_pk primary key,
        organization_id uuid not null,
        program_id uuid not null,
        key text not null,
        position integer not null,
        labels jsonb not null,
        criterion jsonb not null,
        one_of text,
        effective_from date not null,
        effective_to date,
        source text not null,
        note text not null default '',
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        superseded_at timestamptz,
        constraint program_eligibility_rules_scope unique (organization_id, id),
        constraint program_eligibility_rules_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint program_eligibility_rules_dates check (effective_to is null or effective_to > effective_from),
        constraint program_eligibility_rules_source_given check (length(btrim(source)) > 0),
        constraint program_eligibility_rules_no_overlap exclude using gist
          (organization_id with =, program_id with =, key with =, daterange(effective_from, effective_to) with &&) where (superseded_at is null)
      )`);
    await runner.query(`
      create table program_milestones (
        id uuid not null default uuidv7() constraint program_milestones_pk primary key,
        organization_id uuid not null,
        program_id uuid not null,
        key text not null,
        position integer not null,
        labels jsonb not null,
        applies_to text not null,
        evidence text[] not null default '{}',
        counts_towards text[] not null default '{}',
        effective_from date not null,
        effective_to date,
        source text not null,
        note text not null default '',
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        superseded_at timestamptz,
        constraint program_milestones_scope unique (organization_id, id),
        constraint program_milestones_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint program_milestones_applies_to check (applies_to in ('adult', 'child', 'party')),
        constraint program_milestones_dates check (effective_to is null or effective_to > effective_from),
        constraint program_milestones_source_given check (length(btrim(source)) > 0),
        constraint program_milestones_no_overlap exclude using gist
          (organization_id with =, program_id with =, key with =, daterange(effective_from, effective_to) with &&) where (superseded_at is null)
      )`);
    await runner.query(`
      create table program_end_reasons (
        id uuid not null default uuidv7() constraint program_end_reasons_pk primary key,
        organization_id uuid not null,
        program_id uuid not null,
        key text not null,
        position integer not null,
        labels jsonb not null,
        ends_as text not null,
        effective_from date not null,
        effective_to date,
        source text not null,
        note text not null default '',
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        superseded_at timestamptz,
        constraint program_end_reasons_scope unique (organization_id, id),
        constraint program_end_reasons_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint program_end_reasons_ends_as check (ends_as in ('declined', 'exited')),
        constraint program_end_reasons_dates check (effective_to is null or effective_to > effective_from),
        constraint program_end_reasons_source_given check (length(btrim(source)) > 0),
        constraint program_end_reasons_no_overlap exclude using gist
          (organization_id with =, program_id with =, key with =, daterange(effective_from, effective_to) with &&) where (superseded_at is null)
      )`);
    for (const table of programRows) {
      await runner.query(`create index ${table}_program on ${table} (organization_id, program_id)`);
      await tenantTable(runner, table, ['insert']);
      await runner.query(`grant update (superseded_at) on ${table} to posada_app`);
      await runner.query(`create trigger ${table}_superseded_once before update on ${table} for each row execute function program_rules_supersede_once()`);
    }

    await runner.query(`
      create table enrollments (
        id uuid not null default uuidv7() constraint enrollments_pk primary key,
        organization_id uuid not null,
        program_id uuid not null,
        site_id uuid not null,
        person_id uuid not null,
        offer_id uuid not null,
        case_id uuid,
        state text not null default 'referred',
        basis text[] not null default '{}',
        referred_by text not null,
        offered_on date not null,
        state_since date not null,
        end_reason text,
        eligibility jsonb not null,
        overridden boolean not null default false,
        override_sealed bytea,
        version integer not null default 1,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        constraint enrollments_scope unique (organization_id, id),
        constraint enrollments_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint enrollments_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint enrollments_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint enrollments_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint enrollments_state check
          (state in ('referred', 'contacted', 'consented', 'declined', 'assessed', 'active', 'paused', 'exited', 'follow_up')),
        constraint enrollments_basis check
          (basis <@ array['parole', 'bond', 'atd', 'in_proceedings', 'pending_asylum', 'asylee', 'cuban_haitian_entrant', 'unknown']),
        constraint enrollments_referred_by check (referred_by in ('site', 'partner', 'walk_in', 'self', 'other_program')),
        constraint enrollments_end_said check ((state in ('declined', 'exited', 'follow_up')) = (end_reason is not null)),
        constraint enrollments_override_said check (overridden = (override_sealed is not null)),
        constraint enrollments_since_offer check (state_since >= offered_on)
      )`);
    // One live enrollment per person and program. Outside of cases and inside each case apart: a refusal must not tell of a sealed case.
    await runner.query(`create unique index enrollments_one_live on enrollments (organization_id, person_id, program_id)
      where case_id is null and state in ('referred', 'contacted', 'consented', 'assessed', 'active', 'paused')`);
    await runner.query(`create unique index enrollments_one_live_in_case on enrollments (organization_id, case_id, person_id, program_id)
      where case_id is not null and state in ('referred', 'contacted', 'consented', 'assessed', 'active', 'paused')`);
    await runner.query('create index enrollments_site on enrollments (organization_id, site_id, state, id)');
    await runner.query('create index enrollments_program on enrollments (organization_id, program_id, state, id)');
    await runner.query('create index enrollments_person on enrollments (organization_id, person_id)');
    await runner.query('create index enrollments_case on enrollments (organization_id, case_id) where case_id is not null');
    await caseTable(runner, 'enrollments', ['insert', 'update']);

    await runner.query(`
      create table enrollment_events (
        id uuid not null default uuidv7() constraint enrollment_events_pk primary key,
        organization_id uuid not null,
        enrollment_id uuid not null,
        case_id uuid,
        from_state text,
        to_state text not null,
        happened_on date not null,
        reason text,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        constraint enrollment_events_scope unique (organization_id, id),
        constraint enrollment_events_enrollment_fk foreign key (organization_id, enrollment_id) references enrollments (organization_id, id),
        constraint enrollment_events_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint enrollment_events_moves check (from_state is distinct from to_state)
      )`);
    await runner.query('create index enrollment_events_enrollment on enrollment_events (organization_id, enrollment_id, id)');
    await caseTable(runner, 'enrollment_events', ['insert']);
    // What happened is never rewritten. Only the case that an enrollment became part of is written beside it, once, so that its seal holds here too.
    await runner.query('grant update (case_id) on enrollment_events to posada_app');
    await runner.query(`
      create function enrollment_events_join_once() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if old.case_id is not null then
          raise exception 'an event stays with its case' using errcode = '42501', constraint = 'enrollment_events_joined_once';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger enrollment_events_joined_once before update on enrollment_events
      for each row execute function enrollment_events_join_once()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['enrollment_events', 'enrollments', ...programRows]) await runner.query(`drop table ${table}`);
    await runner.query('drop function enrollment_events_join_once()');
  }
}
