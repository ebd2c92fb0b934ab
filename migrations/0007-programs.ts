import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** Programs as dated data: years, measures, rules; a changed rule is a new row with its own dates and source. */
export class Programs1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table programs (
        id uuid not null default uuidv7() constraint programs_pk primary key,
        organization_id uuid not null constraint programs_organization_fk references organizations (id),
        code text not null,
        family text not null,
        name text not null,
        starts_on date not null,
        ends_on date not null,
        source text not null,
        constraint programs_scope unique (organization_id, id),
        constraint programs_code_once unique (organization_id, code),
        constraint programs_code_form check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
        constraint programs_dates check (ends_on > starts_on)
      )`);
    await tenantTable(runner, 'programs', ['insert', 'update']);

    await runner.query(`
      create table program_measures (
        id uuid not null default uuidv7() constraint program_measures_pk primary key,
        organization_id uuid not null,
        program_id uuid not null,
        key text not null,
        position integer not null,
        labels jsonb not null,
        counts text not null,
        by_type boolean not null default false,
        categories text[] not null,
        effective_from date not null,
        effective_to date,
        source text not null,
        recorded_at timestamptz not null default clock_timestamp(),
        constraint program_measures_scope unique (organization_id, id),
        constraint program_measures_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint program_measures_counts check (counts in ('quantity', 'people', 'nights')),
        constraint program_measures_no_overlap exclude using gist
          (organization_id with =, program_id with =, key with =, daterange(effective_from, effective_to) with &&)
      )`);
    await tenantTable(runner, 'program_measures', ['insert']);

    await runner.query(`
      create table program_rules (
        id uuid not null default uuidv7() constraint program_rules_pk primary key,
        organization_id uuid not null,
        program_id uuid not null,
        key text not null,
        value jsonb not null,
        effective_from date not null,
        effective_to date,
        source text not null,
        note text not null default '',
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        superseded_at timestamptz,
        constraint program_rules_scope unique (organization_id, id),
        constraint program_rules_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint program_rules_dates check (effective_to is null or effective_to > effective_from),
        constraint program_rules_source_given check (length(btrim(source)) > 0),
        constraint program_rules_no_overlap exclude using gist
          (organization_id with =, program_id with =, key with =, daterange(effective_from, effective_to) with &&)
          where (superseded_at is null)
      )`);
    await runner.query('create index program_rules_program on program_rules (organization_id, program_id)');
    await tenantTable(runner, 'program_rules', ['insert']);
    await runner.query('grant update (superseded_at) on program_rules to posada_app');
    await runner.query(`
      create function program_rules_supersede_once() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if old.superseded_at is not null or new.superseded_at is null then
          raise exception 'a superseded rule is never changed' using errcode = '42501', constraint = 'program_rules_superseded_once';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger program_rules_superseded_once before update on program_rules
      for each row execute function program_rules_supersede_once()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['program_rules', 'program_measures', 'programs']) await runner.query(`drop table ${table}`);
    await runner.query('drop function program_rules_supersede_once()');
  }
}
