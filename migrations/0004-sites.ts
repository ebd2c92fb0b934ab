import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** Site → building → room → bed, and the capacities a site was allowed, staffed and paid for on a date. */
export class Sites1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sites (
        id uuid not null default uuidv7() constraint sites_pk primary key,
        organization_id uuid not null constraint sites_organization_fk references organizations (id),
        name text not null,
        code text not null,
        time_zone text not null,
        kind text not null,
        address_sealed bytea,
        max_stay_nights integer,
        archived_on date,
        created_at timestamptz not null default now(),
        constraint sites_scope unique (organization_id, id),
        constraint sites_code_once unique (organization_id, code),
        constraint sites_kind check (kind in ('respite', 'shelter', 'hotel', 'transitional')),
        constraint sites_max_stay check (max_stay_nights is null or max_stay_nights > 0)
      )`);
    await tenantTable(runner, 'sites', ['insert', 'update']);

    await runner.query(`
      create table buildings (
        id uuid not null default uuidv7() constraint buildings_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        name text not null,
        position integer not null default 0,
        constraint buildings_scope unique (organization_id, id),
        constraint buildings_name_once unique (organization_id, site_id, name),
        constraint buildings_site_fk foreign key (organization_id, site_id) references sites (organization_id, id)
      )`);
    await tenantTable(runner, 'buildings', ['insert', 'update']);

    await runner.query(`
      create table rooms (
        id uuid not null default uuidv7() constraint rooms_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        building_id uuid not null,
        name text not null,
        space_kind text not null,
        floor integer not null default 0,
        position integer not null default 0,
        constraint rooms_scope unique (organization_id, id),
        constraint rooms_name_once unique (organization_id, building_id, name),
        constraint rooms_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint rooms_building_fk foreign key (organization_id, building_id) references buildings (organization_id, id),
        constraint rooms_space_kind check (space_kind in ('congregate', 'dorm', 'family_room', 'hotel_block', 'isolation', 'overflow'))
      )`);
    await runner.query('create index rooms_site on rooms (organization_id, site_id)');
    await tenantTable(runner, 'rooms', ['insert', 'update']);

    await runner.query(`
      create table beds (
        id uuid not null default uuidv7() constraint beds_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        room_id uuid not null,
        label text not null,
        kind text not null,
        characteristics text[] not null default '{}',
        in_service_from date not null,
        in_service_until date,
        position integer not null default 0,
        constraint beds_scope unique (organization_id, id),
        constraint beds_label_once unique (organization_id, room_id, label),
        constraint beds_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint beds_room_fk foreign key (organization_id, room_id) references rooms (organization_id, id),
        constraint beds_kind check (kind in ('bed', 'lower_bunk', 'upper_bunk', 'cot', 'crib')),
        constraint beds_service_dates check (in_service_until is null or in_service_until > in_service_from)
      )`);
    await runner.query('create index beds_site on beds (organization_id, site_id)');
    await tenantTable(runner, 'beds', ['insert', 'update']);

    await runner.query(`
      create table site_capacities (
        id uuid not null default uuidv7() constraint site_capacities_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        effective_from date not null,
        licensed integer,
        staffed integer,
        funded integer,
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        constraint site_capacities_scope unique (organization_id, id),
        constraint site_capacities_one_per_date unique (organization_id, site_id, effective_from),
        constraint site_capacities_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint site_capacities_not_negative check (coalesce(licensed, 0) >= 0 and coalesce(staffed, 0) >= 0 and coalesce(funded, 0) >= 0)
      )`);
    await tenantTable(runner, 'site_capacities', ['insert', 'update']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['site_capacities', 'beds', 'rooms', 'buildings', 'sites']) await runner.query(`drop table ${table}`);
  }
}
