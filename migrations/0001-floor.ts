import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** Extensions, the actor's settings, organizations and the keys that seal people's data. */
export class Floor1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gist');
    await runner.query('create schema sec');
    await runner.query('grant usage on schema sec to posada_app');
    await runner.query('grant usage on schema public to posada_app');
    await runner.query(`
      create function sec.organization() returns uuid language sql stable set search_path = pg_catalog
      as $$ select nullif(current_setting('app.organization', true), '')::uuid $$`);
    await runner.query('grant execute on function sec.organization() to posada_app');

    await runner.query(`
      create table organizations (
        id uuid not null default uuidv7() constraint organizations_pk primary key,
        name text not null,
        code text not null,
        default_language text not null default 'en',
        wrapped_key bytea not null,
        is_demo boolean not null default false,
        created_at timestamptz not null default now(),
        constraint organizations_code_unique unique (code),
        constraint organizations_name_not_blank check (length(btrim(name)) > 0)
      )`);
    await runner.query('alter table organizations enable row level security');
    await runner.query('alter table organizations force row level security');
    await runner.query(`create policy own_organization on organizations
      using (id = (select sec.organization())) with check (id = (select sec.organization()))`);
    await runner.query('create policy registry on organizations for select to posada_owner using (true)');
    await runner.query('grant select, insert, update on organizations to posada_app');
    await runner.query(`
      create function sec.organization_ids() returns setof uuid language sql stable security definer set search_path = pg_catalog, public
      as $$ select id from public.organizations $$`);
    await runner.query('revoke all on function sec.organization_ids() from public');
    await runner.query('grant execute on function sec.organization_ids() to posada_app');

    await runner.query(`
      create table data_keys (
        id uuid not null constraint data_keys_pk primary key,
        organization_id uuid not null constraint data_keys_organization_fk references organizations (id),
        wrapped_key bytea not null,
        created_at timestamptz not null default now(),
        constraint data_keys_scope unique (organization_id, id)
      )`);
    await tenantTable(runner, 'data_keys', ['insert', 'update', 'delete']);

    await runner.query(`
      create table idempotency_keys (
        organization_id uuid not null constraint idempotency_keys_organization_fk references organizations (id),
        user_id uuid not null,
        key text not null,
        request_hash bytea not null,
        status integer,
        response_sealed bytea,
        created_at timestamptz not null default now(),
        constraint idempotency_keys_pk primary key (organization_id, user_id, key),
        constraint idempotency_keys_length check (length(key) between 8 and 128)
      )`);
    await runner.query('create index idempotency_keys_age on idempotency_keys (organization_id, created_at)');
    await tenantTable(runner, 'idempotency_keys', ['insert', 'update', 'delete']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_keys');
    await runner.query('drop table data_keys');
    await runner.query('drop function sec.organization_ids()');
    await runner.query('drop table organizations');
    await runner.query('drop function sec.organization()');
    await runner.query('drop schema sec');
  }
}
