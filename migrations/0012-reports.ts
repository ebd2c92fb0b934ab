import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** Report runs: a row with a state while it is computed, an immutable snapshot once it is finished. */
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
        constraint report_runs_state check (state in ('queued', 'running', 'finished', 'failed')),
        constraint report_runs_finished_whole check ((state = 'finished') = (snapshot is not null and sha256 is not null and finished_at is not null and as_of is not null) or state <> 'finished')
      )`);
    await runner.query('create index report_runs_list on report_runs (organization_id, id)');
    await runner.query("create index report_runs_unfinished on report_runs (organization_id, heartbeat_at) where state in ('queued', 'running')");
    await tenantTable(runner, 'report_runs', ['insert', 'update']);
    await runner.query(`
      create function report_runs_finished_is_final() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if old.state = 'finished' then
          raise exception 'a finished report is never changed' using errcode = '42501', constraint = 'report_runs_finished_is_final';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger report_runs_finished_is_final before update or delete on report_runs
      for each row execute function report_runs_finished_is_final()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_runs');
    await runner.query('drop function report_runs_finished_is_final()');
  }
}
