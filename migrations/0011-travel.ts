import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** Onward trips: where to, how, with which ticket, who waits there (sealed), who travels. */
export class Travel1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table trips (
        id uuid not null default uuidv7() constraint trips_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        party_id uuid not null,
        sealed bytea not null,
        destination_state text,
        mode text not null,
        scope text not null default 'onward',
        leaves_at timestamptz not null,
        leaves_on date not null,
        ticket text not null default 'none',
        safe_to_contact_sponsor boolean not null default false,
        state text not null default 'planned',
        departed_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        created_by uuid,
        constraint trips_scope unique (organization_id, id),
        constraint trips_key_fk foreign key (organization_id, id) references data_keys (organization_id, id),
        constraint trips_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint trips_party_fk foreign key (organization_id, party_id) references parties (organization_id, id),
        constraint trips_mode check (mode in ('bus', 'flight', 'train', 'car', 'charter', 'other')),
        constraint trips_scope_kind check (scope in ('local', 'onward')),
        constraint trips_ticket check (ticket in ('none', 'requested', 'bought_by_site', 'bought_by_sponsor', 'bought_by_guest')),
        constraint trips_state check (state in ('planned', 'departed', 'cancelled'))
      )`);
    await runner.query('create index trips_site_day on trips (organization_id, site_id, leaves_on, leaves_at, id)');
    await runner.query('create index trips_party on trips (organization_id, party_id)');
    await tenantTable(runner, 'trips', ['insert', 'update']);

    await runner.query(`
      create table trip_travellers (
        organization_id uuid not null,
        trip_id uuid not null,
        person_id uuid not null,
        constraint trip_travellers_pk primary key (organization_id, trip_id, person_id),
        constraint trip_travellers_trip_fk foreign key (organization_id, trip_id) references trips (organization_id, id),
        constraint trip_travellers_person_fk foreign key (organization_id, person_id) references persons (organization_id, id)
      )`);
    await runner.query('create index trip_travellers_person on trip_travellers (organization_id, person_id)');
    await tenantTable(runner, 'trip_travellers', ['insert', 'delete']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['trip_travellers', 'trips']) await runner.query(`drop table ${table}`);
  }
}
