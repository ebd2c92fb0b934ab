import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseTable } from './support/case-table';
import { tenantTable } from './support/tenant-table';

/** Cases, whom they are about, who works on them, who was let into which compartment, and what a supervisor is asked to approve. */
export class Cases1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function sec.acting_user() returns uuid language sql stable set search_path = pg_catalog
      as $$ select nullif(current_setting('app.user', true), '')::uuid $$`);
    await runner.query('grant execute on function sec.acting_user() to posada_app');

    await runner.query(`
      create table cases (
        id uuid not null default uuidv7() constraint cases_pk primary key,
        organization_id uuid not null constraint cases_organization_fk references organizations (id),
        site_id uuid not null,
        party_id uuid,
        code text not null,
        state text not null default 'open',
        sealed boolean not null default false,
        acuity text not null default 'moderate',
        opened_on date not null,
        opened_by uuid,
        closed_on date,
        closed_by uuid,
        close_reason text,
        destination text,
        follow_up_consented boolean,
        closing_sealed bytea,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        constraint cases_scope unique (organization_id, id),
        constraint cases_key_fk foreign key (organization_id, id) references data_keys (organization_id, id),
        constraint cases_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint cases_party_fk foreign key (organization_id, party_id) references parties (organization_id, id),
        constraint cases_code_once unique (organization_id, code),
        constraint cases_state check (state in ('open', 'closed')),
        constraint cases_acuity check (acuity in ('low', 'moderate', 'high')),
        constraint cases_closed_whole check ((state = 'closed') = (closed_on is not null) and (state = 'closed') = (close_reason is not null)),
        constraint cases_closed_after_opened check (closed_on is null or closed_on >= opened_on)
      )`);
    await runner.query('create index cases_site on cases (organization_id, site_id, state, id)');
    await runner.query('create index cases_party on cases (organization_id, party_id) where party_id is not null');

    await runner.query(`
      create table case_members (
        id uuid not null default uuidv7() constraint case_members_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        person_id uuid not null,
        role text not null default 'participant',
        joined_on date not null,
        left_on date,
        constraint case_members_scope unique (organization_id, id),
        constraint case_members_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint case_members_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint case_members_role check (role in ('participant', 'family')),
        constraint case_members_dates check (left_on is null or left_on >= joined_on)
      )`);
    await runner.query('create unique index case_members_once on case_members (organization_id, case_id, person_id) where left_on is null');
    await runner.query('create index case_members_person on case_members (organization_id, person_id)');

    await runner.query(`
      create table case_workers (
        id uuid not null default uuidv7() constraint case_workers_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        user_id uuid not null,
        role text not null default 'team',
        started_at timestamptz not null default now(),
        started_by uuid,
        ended_at timestamptz,
        ended_by uuid,
        constraint case_workers_scope unique (organization_id, id),
        constraint case_workers_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint case_workers_user_fk foreign key (organization_id, user_id) references users (organization_id, id),
        constraint case_workers_role check (role in ('lead', 'team'))
      )`);
    await runner.query('create unique index case_workers_once on case_workers (organization_id, case_id, user_id) where ended_at is null');
    await runner.query("create unique index case_workers_one_lead on case_workers (organization_id, case_id) where ended_at is null and role = 'lead'");
    await runner.query('create index case_workers_user on case_workers (organization_id, user_id) where ended_at is null');

    await runner.query(`
      create table case_compartment_grants (
        id uuid not null default uuidv7() constraint case_compartment_grants_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        user_id uuid not null,
        compartment text not null,
        granted_at timestamptz not null default now(),
        granted_by uuid,
        ended_at timestamptz,
        ended_by uuid,
        constraint case_compartment_grants_scope unique (organization_id, id),
        constraint case_compartment_grants_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint case_compartment_grants_user_fk foreign key (organization_id, user_id) references users (organization_id, id),
        constraint case_compartment_grants_compartment check (compartment in ('legal', 'health', 'protection', 'child'))
      )`);
    await runner.query('create unique index case_compartment_grants_once on case_compartment_grants (organization_id, case_id, user_id, compartment) where ended_at is null');

    // The policies of a case ask who works on it, and who works on it is itself behind the case: so the owner answers two narrow questions.
    await runner.query(`
      create function sec.on_case_team(wanted uuid) returns boolean
      language sql stable security definer set search_path = pg_catalog
      as $$ select exists (select from public.case_workers worker
             where worker.organization_id = sec.organization() and worker.case_id = wanted and worker.user_id = sec.acting_user() and worker.ended_at is null) $$`);
    await runner.query(`
      create function sec.sees_case(wanted uuid) returns boolean
      language sql stable security definer set search_path = pg_catalog
      as $$ select sec.acting_user() is null or exists (select from public.cases found
             where found.organization_id = sec.organization() and found.id = wanted and (not found.sealed or sec.on_case_team(wanted))) $$`);
    await runner.query(`
      create function sec.in_compartment(wanted uuid, named text) returns boolean
      language sql stable security definer set search_path = pg_catalog
      as $$ select sec.acting_user() is null or exists (select from public.case_compartment_grants given
             where given.organization_id = sec.organization() and given.case_id = wanted and given.user_id = sec.acting_user() and given.compartment = named
               and given.ended_at is null) $$`);
    for (const signature of ['on_case_team(uuid)', 'sees_case(uuid)', 'in_compartment(uuid, text)']) {
      await runner.query(`revoke all on function sec.${signature} from public`);
      await runner.query(`grant execute on function sec.${signature} to posada_app`);
    }

    await tenantTable(runner, 'cases', ['insert', 'update']);
    await runner.query(`create policy case_is_seen on cases as restrictive to posada_app
      using (not sealed or (select sec.acting_user()) is null or sec.on_case_team(id))`);
    for (const table of ['case_members', 'case_workers', 'case_compartment_grants']) await caseTable(runner, table, ['insert', 'update']);
    for (const table of ['cases', 'case_workers', 'case_compartment_grants']) await runner.query(`create policy case_questions on ${table} for select to posada_owner using (true)`);

    await runner.query(`
      create table case_approvals (
        id uuid not null default uuidv7() constraint case_approvals_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        subject text not null,
        subject_id uuid not null,
        state text not null default 'requested',
        requested_at timestamptz not null default now(),
        requested_by uuid,
        decided_at timestamptz,
        decided_by uuid,
        note_sealed bytea,
        constraint case_approvals_scope unique (organization_id, id),
        constraint case_approvals_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint case_approvals_subject check (subject in ('assessment', 'plan', 'closure')),
        constraint case_approvals_state check (state in ('requested', 'approved', 'returned', 'withdrawn')),
        constraint case_approvals_decided check ((state = 'requested') = (decided_at is null))
      )`);
    await runner.query("create unique index case_approvals_one_open on case_approvals (organization_id, subject, subject_id) where state = 'requested'");
    await runner.query('create index case_approvals_case on case_approvals (organization_id, case_id)');
    await caseTable(runner, 'case_approvals', ['insert', 'update']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_approvals');
    for (const table of ['case_compartment_grants', 'case_workers', 'case_members', 'cases']) await runner.query(`drop table ${table} cascade`);
    for (const signature of ['in_compartment(uuid, text)', 'sees_case(uuid)', 'on_case_team(uuid)', 'acting_user()']) await runner.query(`drop function sec.${signature}`);
  }
}
