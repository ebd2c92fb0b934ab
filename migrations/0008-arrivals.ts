import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** Expected arrivals, uploaded manifests with their staged rows, and the drafts of an intake in progress. */
export class Arrivals1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table arrivals (
        id uuid not null default uuidv7() constraint arrivals_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        expected_on date not null,
        expected_at timestamptz,
        source text not null,
        carrier text not null default '',
        people_expected integer not null,
        state text not null default 'expected',
        arrived_at timestamptz,
        recorded_at timestamptz not null default now(),
        recorded_by uuid,
        constraint arrivals_scope unique (organization_id, id),
        constraint arrivals_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint arrivals_source check (source in ('bus', 'agency_drop_off', 'walk_in', 'referral', 'flight', 'partner_site')),
        constraint arrivals_state check (state in ('expected', 'arrived', 'no_show', 'cancelled')),
        constraint arrivals_people check (people_expected between 0 and 5000)
      )`);
    await runner.query('create index arrivals_site_day on arrivals (organization_id, site_id, expected_on, id)');
    await tenantTable(runner, 'arrivals', ['insert', 'update']);

    await runner.query(`
      create table manifests (
        id uuid not null default uuidv7() constraint manifests_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        arrival_id uuid,
        fingerprint bytea not null,
        content_fingerprint bytea,
        same_as_id uuid,
        file_name_sealed bytea not null,
        file_sealed bytea,
        format text not null,
        encoding text,
        columns_sealed bytea,
        header_rows integer not null default 1,
        mapping jsonb not null default '[]',
        mapping_chosen boolean not null default false,
        date_order text,
        habits jsonb not null default '{}',
        arrived_on date not null,
        state text not null default 'uploaded',
        error_code text,
        row_count integer not null default 0,
        rows_done integer not null default 0,
        rows_total integer not null default 0,
        attempt integer not null default 0,
        tries integer not null default 0,
        heartbeat_at timestamptz,
        uploaded_at timestamptz not null default now(),
        uploaded_by uuid,
        admitted_by uuid,
        admitted_at timestamptz,
        closed_at timestamptz,
        destroyed_at timestamptz,
        constraint manifests_scope unique (organization_id, id),
        constraint manifests_same_file_once unique (organization_id, site_id, fingerprint),
        constraint manifests_same_content_once unique (organization_id, site_id, content_fingerprint),
        constraint manifests_same_as_fk foreign key (organization_id, same_as_id) references manifests (organization_id, id),
        constraint manifests_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint manifests_arrival_fk foreign key (organization_id, arrival_id) references arrivals (organization_id, id),
        constraint manifests_format check (format in ('csv', 'xlsx')),
        constraint manifests_state check (state in ('uploaded', 'reading', 'staged', 'admitting', 'failed', 'closed')),
        constraint manifests_date_order check (date_order is null or date_order in ('day_first', 'month_first'))
      )`);
    await runner.query('create index manifests_site on manifests (organization_id, site_id, id)');
    await runner.query("create index manifests_unfinished on manifests (organization_id, heartbeat_at) where state in ('uploaded', 'reading', 'admitting')");
    await runner.query('create index manifests_not_destroyed on manifests (organization_id, uploaded_at) where destroyed_at is null');
    await tenantTable(runner, 'manifests', ['insert', 'update']);

    await runner.query(`
      create table manifest_rows (
        organization_id uuid not null,
        manifest_id uuid not null,
        row_number integer not null,
        sealed bytea not null,
        group_index bytea,
        name_index bytea,
        a_number_index bytea,
        state text not null,
        problems text[] not null default '{}',
        match_ids uuid[] not null default '{}',
        decision text,
        decided_person_id uuid,
        person_id uuid,
        party_id uuid,
        version integer not null default 1,
        constraint manifest_rows_pk primary key (organization_id, manifest_id, row_number),
        constraint manifest_rows_manifest_fk foreign key (organization_id, manifest_id) references manifests (organization_id, id),
        constraint manifest_rows_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint manifest_rows_decided_fk foreign key (organization_id, decided_person_id) references persons (organization_id, id),
        constraint manifest_rows_party_fk foreign key (organization_id, party_id) references parties (organization_id, id),
        constraint manifest_rows_state check (state in ('problem', 'match', 'ready', 'admitted', 'set_aside')),
        constraint manifest_rows_decision check (decision is null or decision in ('same', 'different')),
        constraint manifest_rows_same_names_someone check ((decision = 'same') = (decided_person_id is not null) or decision is null)
      )`);
    await runner.query('create index manifest_rows_state_page on manifest_rows (organization_id, manifest_id, state, row_number)');
    await runner.query('create index manifest_rows_name on manifest_rows (organization_id, manifest_id, name_index) where name_index is not null');
    await runner.query('create index manifest_rows_a_number on manifest_rows (organization_id, manifest_id, a_number_index) where a_number_index is not null');
    await runner.query('create index manifest_rows_group on manifest_rows (organization_id, manifest_id, group_index) where group_index is not null');
    await runner.query('create index manifest_rows_person on manifest_rows (organization_id, person_id) where person_id is not null');
    await tenantTable(runner, 'manifest_rows', ['insert', 'update', 'delete']);

    await runner.query(`
      create table intake_drafts (
        id uuid not null constraint intake_drafts_pk primary key,
        organization_id uuid not null,
        user_id uuid not null,
        site_id uuid not null,
        sealed bytea not null,
        version integer not null default 1,
        updated_at timestamptz not null default now(),
        constraint intake_drafts_scope unique (organization_id, id),
        constraint intake_drafts_user_fk foreign key (organization_id, user_id) references users (organization_id, id),
        constraint intake_drafts_site_fk foreign key (organization_id, site_id) references sites (organization_id, id)
      )`);
    await runner.query('create index intake_drafts_user on intake_drafts (organization_id, user_id, updated_at)');
    await tenantTable(runner, 'intake_drafts', ['insert', 'update', 'delete']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['intake_drafts', 'manifest_rows', 'manifests', 'arrivals']) await runner.query(`drop table ${table}`);
  }
}
