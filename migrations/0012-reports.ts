import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** What a report counts from: whoever writes one of these holds the shared lock that makes an as-of moment exact. */
const LEDGERS = ['service_entries', 'bed_periods', 'program_measures', 'program_rules'];

/**
 * Report runs: a row with a state while it is computed, an immutable snapshot once it is finished. So that a run can be repeated
 * as of its moment, the two facts of a person that rules look at (release date, A-number status) keep what they were before a change.
 */
export class Reports1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_runs (
        id uuid not null default uuidv7() constraint report_runs_pk primary key,
        organization_id uuid not null,
        program_id uuid not null,
        definition text not null,
        definition_version text not null,
        period_from date not null,
        period_to date not null,
        site_ids uuid[] not null,
        as_of timestamptz,
        repeats_id uuid,
        state text not null default 'queued',
        plan jsonb,
        results jsonb not null default '{}',
        steps_done integer not null default 0,
        steps_total integer not null default 0,
        heartbeat_at timestamptz,
        attempts integer not null default 0,
        error_code text,
        snapshot jsonb,
        sha256 bytea,
        requested_at timestamptz not null default now(),
        requested_by uuid,
        finished_at timestamptz,
        constraint report_runs_scope unique (organization_id, id),
        constraint report_runs_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint report_runs_repeats_fk foreign key (organization_id, repeats_id) references report_runs (organization_id, id),
        constraint report_runs_period check (period_to > period_from),
        constraint report_runs_sites check (cardinality(site_ids) > 0),
        constraint report_runs_state check (state in ('queued', 'running', 'finished', 'failed', 'cancelled')),
        constraint report_runs_plan_has_moment check (plan is null or as_of is not null),
        constraint report_runs_whole_or_nothing check
          ((state = 'finished') = (snapshot is not null) and (state = 'finished') = (sha256 is not null) and (state = 'finished') = (finished_at is not null)),
        constraint report_runs_finished_has_moment check (state <> 'finished' or (as_of is not null and plan is not null)),
        constraint report_runs_failed_has_code check (state <> 'failed' or error_code is not null)
      )`);
    await runner.query("create index report_runs_unfinished on report_runs (organization_id, heartbeat_at) where state in ('queued', 'running')");
    await tenantTable(runner, 'report_runs', ['insert', 'update']);
    await runner.query(`
      create function report_runs_finished_is_final() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if old.state = 'finished' then
          raise exception 'a finished report is never changed' using errcode = '42501', constraint = 'report_runs_finished_is_final';
        end if;
        return case tg_op when 'DELETE' then old else new end;
      end $$`);
    await runner.query(`create trigger report_runs_finished_is_final before update or delete on report_runs
      for each row execute function report_runs_finished_is_final()`);

    await runner.query(`
      create table person_fact_changes (
        id uuid not null default uuidv7() constraint person_fact_changes_pk primary key,
        organization_id uuid not null,
        person_id uuid not null,
        released_on date,
        a_number_status text not null,
        changed_at timestamptz not null default clock_timestamp(),
        constraint person_fact_changes_scope unique (organization_id, id),
        constraint person_fact_changes_person_fk foreign key (organization_id, person_id) references persons (organization_id, id)
      )`);
    await runner.query('create index person_fact_changes_person on person_fact_changes (organization_id, person_id, changed_at)');
    await tenantTable(runner, 'person_fact_changes', ['insert']);
    await runner.query(`
      create function persons_keep_facts() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        perform pg_advisory_xact_lock_shared(hashtextextended('ledger|' || old.organization_id::text, 0));
        insert into public.person_fact_changes (organization_id, person_id, released_on, a_number_status)
          values (old.organization_id, old.id, old.released_on, old.a_number_status);
        return new;
      end $$`);
    await runner.query(`create trigger persons_keep_facts before update on persons for each row
      when (old.released_on is distinct from new.released_on or old.a_number_status is distinct from new.a_number_status)
      execute function persons_keep_facts()`);

    await runner.query(`
      create function ledger_is_written() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        perform pg_advisory_xact_lock_shared(hashtextextended('ledger|' || sec.organization()::text, 0));
        return null;
      end $$`);
    for (const table of LEDGERS) {
      await runner.query(`create trigger ${table}_ledger before insert or update on ${table} for each statement execute function ledger_is_written()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of LEDGERS) await runner.query(`drop trigger ${table}_ledger on ${table}`);
    await runner.query('drop function ledger_is_written()');
    await runner.query('drop trigger persons_keep_facts on persons');
    await runner.query('drop function persons_keep_facts()');
    await runner.query('drop table person_fact_changes');
    await runner.query('drop table report_runs');
    await runner.query('drop function report_runs_finished_is_final()');
  }
}
