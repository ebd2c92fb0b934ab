import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/**
 * Onward trips: where to, how, with which ticket, who waits there (sealed), who travels.
 *
 * Nobody is promised to two trips at once: each traveller of a planned trip carries the time they are `away`, and an exclusion
 * constraint keeps those apart. An onward trip has no end, because whoever leaves for good takes no later trip from here; a local
 * trip is taken to last two hours. Triggers keep `away` beside the trip it belongs to; it is null once the trip left or was cancelled.
 */
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
        constraint trips_state check (state in ('planned', 'departed', 'cancelled')),
        constraint trips_destination_state check (destination_state is null or destination_state ~ '^[A-Z]{2}$'),
        constraint trips_departed_has_time check ((state = 'departed') = (departed_at is not null))
      )`);
    await runner.query('create index trips_site_day on trips (organization_id, site_id, leaves_on, leaves_at, id)');
    await runner.query("create index trips_planned on trips (organization_id, site_id, leaves_at) where state = 'planned'");
    await runner.query('create index trips_party on trips (organization_id, party_id)');
    await tenantTable(runner, 'trips', ['insert', 'update']);

    await runner.query(`
      create table trip_travellers (
        organization_id uuid not null,
        trip_id uuid not null,
        person_id uuid not null,
        away tstzrange,
        constraint trip_travellers_pk primary key (organization_id, trip_id, person_id),
        constraint trip_travellers_trip_fk foreign key (organization_id, trip_id) references trips (organization_id, id),
        constraint trip_travellers_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint trip_travellers_one_trip_at_a_time exclude using gist
          (organization_id with =, person_id with =, away with &&) where (away is not null)
      )`);
    await runner.query('create index trip_travellers_person on trip_travellers (organization_id, person_id)');
    await tenantTable(runner, 'trip_travellers', ['insert', 'delete']);
    await runner.query('grant update (away) on trip_travellers to posada_app');

    await runner.query(`
      create function trip_away(state text, scope text, leaves_at timestamptz) returns tstzrange language sql immutable parallel safe
      set search_path = pg_catalog
      as $$ select case when state = 'planned' then tstzrange(leaves_at, case when scope = 'local' then leaves_at + interval '2 hours' end) end $$`);
    await runner.query('grant execute on function trip_away(text, text, timestamptz) to posada_app');
    await runner.query(`
      create function trip_travellers_join_trip() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        select public.trip_away(trip.state, trip.scope, trip.leaves_at) into new.away
          from public.trips trip where trip.organization_id = new.organization_id and trip.id = new.trip_id;
        return new;
      end $$`);
    await runner.query(`create trigger trip_travellers_join_trip before insert on trip_travellers
      for each row execute function trip_travellers_join_trip()`);
    await runner.query(`
      create function trips_take_travellers_along() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        update public.trip_travellers set away = public.trip_away(new.state, new.scope, new.leaves_at)
          where organization_id = new.organization_id and trip_id = new.id;
        return null;
      end $$`);
    await runner.query(`create trigger trips_take_travellers_along after update of state, scope, leaves_at on trips
      for each row execute function trips_take_travellers_along()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['trip_travellers', 'trips']) await runner.query(`drop table ${table}`);
    await runner.query('drop function trips_take_travellers_along()');
    await runner.query('drop function trip_travellers_join_trip()');
    await runner.query('drop function trip_away(text, text, timestamptz)');
  }
}
