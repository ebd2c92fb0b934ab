import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseTable } from './support/case-table';
import { tenantTable } from './support/tenant-table';

/** Why cases close, how each closing went, whom to ask again after it, and what happened to a case. */
export class CaseWork1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cases add column previous_case_id uuid');
    await runner.query('alter table cases add constraint cases_previous_fk foreign key (organization_id, previous_case_id) references cases (organization_id, id)');
    await runner.query('alter table cases add constraint cases_follow_another check (previous_case_id <> id)');
    await runner.query("create index case_approvals_waiting on case_approvals (organization_id, id) where state = 'requested'");

    await runner.query(`
      create table case_close_reasons (
        id uuid not null default uuidv7() constraint case_close_reasons_pk primary key,
        organization_id uuid not null constraint case_close_reasons_organization_fk references organizations (id),
        code text not null,
        position integer not null,
        labels jsonb not null,
        asks text[] not null default '{}',
        active boolean not null default true,
        constraint case_close_reasons_scope unique (organization_id, id),
        constraint case_close_reasons_code_once unique (organization_id, code),
        constraint case_close_reasons_asks check (asks <@ array['destination', 'partner', 'contact_attempts', 'remains', 'follow_up'])
      )`);
    await tenantTable(runner, 'case_close_reasons', ['insert', 'update']);

    await runner.query(`
      create table case_closings (
        id uuid not null default uuidv7() constraint case_closings_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        state text not null default 'requested',
        reason text not null,
        destination text,
        follow_up_consented boolean not null,
        closes_on date not null,
        sealed bytea not null,
        requested_at timestamptz not null,
        requested_by uuid,
        ended_at timestamptz,
        constraint case_closings_scope unique (organization_id, id),
        constraint case_closings_of_case unique (organization_id, id, case_id),
        constraint case_closings_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint case_closings_reason_fk foreign key (organization_id, reason) references case_close_reasons (organization_id, code),
        constraint case_closings_state check (state in ('requested', 'closed', 'returned', 'withdrawn', 'reopened')),
        constraint case_closings_ended check ((state in ('requested', 'closed')) = (ended_at is null))
      )`);
    await runner.query("create unique index case_closings_one_at_a_time on case_closings (organization_id, case_id) where state in ('requested', 'closed')");
    await caseTable(runner, 'case_closings', ['insert', 'update']);

    await runner.query(`
      create table case_follow_ups (
        id uuid not null default uuidv7() constraint case_follow_ups_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        closing_id uuid not null,
        after_days integer not null,
        due_on date not null,
        state text not null default 'planned',
        outcome text,
        note_sealed bytea,
        recorded_at timestamptz,
        recorded_by uuid,
        constraint case_follow_ups_scope unique (organization_id, id),
        constraint case_follow_ups_once unique (organization_id, closing_id, after_days),
        constraint case_follow_ups_closing_fk foreign key (organization_id, closing_id, case_id) references case_closings (organization_id, id, case_id),
        constraint case_follow_ups_state check (state in ('planned', 'done', 'cancelled')),
        constraint case_follow_ups_outcome check (outcome in ('doing_well', 'needs_help', 'not_reached', 'declined')),
        constraint case_follow_ups_done_says_how check ((state = 'done') = (outcome is not null) and (state = 'done') = (recorded_at is not null))
      )`);
    await runner.query('create index case_follow_ups_case on case_follow_ups (organization_id, case_id)');
    await runner.query("create index case_follow_ups_due on case_follow_ups (organization_id, due_on) where state = 'planned'");
    await caseTable(runner, 'case_follow_ups', ['insert', 'update']);

    await runner.query(`
      create table case_events (
        id uuid not null default uuidv7() constraint case_events_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        kind text not null,
        happened_at timestamptz not null,
        by_user_id uuid,
        about_user_id uuid,
        about_compartment text,
        reason_sealed bytea,
        constraint case_events_scope unique (organization_id, id),
        constraint case_events_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint case_events_about_user_fk foreign key (organization_id, about_user_id) references users (organization_id, id),
        constraint case_events_kind check (kind in ('opened', 'worker_added', 'worker_ended', 'lead_changed', 'sealed', 'unsealed', 'compartment_given', 'compartment_ended',
          'acuity_changed', 'closing_asked', 'closing_withdrawn', 'closed', 'reopened')),
        constraint case_events_compartment check (about_compartment in ('legal', 'health', 'protection', 'child'))
      )`);
    await runner.query('create index case_events_case on case_events (organization_id, case_id, id)');
    await caseTable(runner, 'case_events', ['insert']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['case_events', 'case_follow_ups', 'case_closings', 'case_close_reasons']) await runner.query(`drop table ${table}`);
    await runner.query('drop index case_approvals_waiting');
    await runner.query('alter table cases drop column previous_case_id');
  }
}
