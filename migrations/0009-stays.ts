import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/**
 * Stays and the periods a bed is spoken for. A period is never edited: a change supersedes it and writes another, so what
 * the board showed at any past moment can be read again. The two exclusion constraints are the promise that no bed holds two
 * guests and no guest lies in two beds on one night; closures and holds are periods too, so they are kept by the same promise.
 */
export class Stays1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function nights(during daterange, period daterange) returns integer language sql immutable parallel safe
      set search_path = pg_catalog
      as $$ select case when isempty(during * period) then 0 else coalesce(upper(during * period) - lower(during * period), 0) end $$`);
    await runner.query('grant execute on function nights(daterange, daterange) to posada_app');

    await runner.query(`
      create table stays (
        id uuid not null default uuidv7() constraint stays_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        person_id uuid not null,
        party_id uuid not null,
        state text not null,
        arrives_on date not null,
        departs_on date not null,
        arrived_at timestamptz,
        departed_at timestamptz,
        ended_reason text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        created_by uuid,
        constraint stays_scope unique (organization_id, id),
        constraint stays_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint stays_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint stays_party_fk foreign key (organization_id, party_id) references parties (organization_id, id),
        constraint stays_state check (state in ('booked', 'in_house', 'away', 'departed', 'cancelled', 'no_show')),
        constraint stays_depart_not_before_arrival check (departs_on >= arrives_on)
      )`);
    await runner.query("create index stays_site_live on stays (organization_id, site_id, departs_on) where state in ('booked', 'in_house', 'away')");
    await runner.query('create index stays_person on stays (organization_id, person_id, arrives_on)');
    await runner.query('create index stays_party on stays (organization_id, party_id)');
    await runner.query("create unique index stays_one_live_per_person on stays (organization_id, person_id) where state in ('in_house', 'away')");
    await runner.query("create unique index stays_one_booking_per_person_and_day on stays (organization_id, person_id, arrives_on) where state = 'booked'");
    await runner.query(
      "create index stays_site_ended on stays (organization_id, site_id, departs_on, id) where state in ('departed', 'cancelled', 'no_show')",
    );
    await tenantTable(runner, 'stays', ['insert', 'update']);

    await runner.query(`
      create table bed_periods (
        id uuid not null default uuidv7() constraint bed_periods_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        bed_id uuid not null,
        during daterange not null,
        use text not null,
        stay_id uuid,
        person_id uuid,
        party_id uuid,
        held_until timestamptz,
        closure_reason text,
        note text not null default '',
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        superseded_at timestamptz,
        superseded_by uuid,
        superseded_reason text,
        superseded_note_sealed bytea,
        from_on date not null,
        until_on date not null,
        constraint bed_periods_scope unique (organization_id, id),
        constraint bed_periods_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint bed_periods_bed_fk foreign key (organization_id, bed_id) references beds (organization_id, id),
        constraint bed_periods_stay_fk foreign key (organization_id, stay_id) references stays (organization_id, id),
        constraint bed_periods_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint bed_periods_party_fk foreign key (organization_id, party_id) references parties (organization_id, id),
        constraint bed_periods_use check (use in ('held', 'booked', 'in_house', 'away', 'closed')),
        constraint bed_periods_not_empty check (not isempty(during) and lower(during) is not null),
        constraint bed_periods_guest_has_stay check ((use in ('booked', 'in_house', 'away')) = (stay_id is not null and person_id is not null and party_id is not null)),
        constraint bed_periods_hold_expires check ((use = 'held') = (held_until is not null)),
        constraint bed_periods_closure_has_reason check ((use = 'closed') = (closure_reason is not null)),
        constraint bed_periods_closure_reason check
          (closure_reason is null or closure_reason in ('repair', 'cleaning', 'pests', 'health', 'staffing', 'not_available', 'other')),
        constraint bed_periods_dates_are_during check (from_on = lower(during) and until_on = coalesce(upper(during), 'infinity')),
        constraint bed_periods_guest_leaves_one_day check (use in ('closed') or upper(during) is not null),
        constraint bed_periods_superseded_whole check ((superseded_at is null) = (superseded_reason is null)),
        constraint bed_periods_one_use_per_bed_and_night exclude using gist
          (organization_id with =, bed_id with =, during with &&) where (superseded_at is null),
        constraint bed_periods_one_bed_per_person_and_night exclude using gist
          (organization_id with =, person_id with =, during with &&) where (superseded_at is null and person_id is not null)
      )`);
    // Row level security lets only leakproof operators into an index: those of dates are, those of ranges are not. So what a
    // screen reads goes by two plain dates beside the range.
    await runner.query(`
      create function bed_periods_dates() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        new.from_on := lower(new.during);
        new.until_on := coalesce(upper(new.during), 'infinity');
        return new;
      end $$`);
    await runner.query('create trigger bed_periods_dates before insert on bed_periods for each row execute function bed_periods_dates()');
    await runner.query('create index bed_periods_site_nights on bed_periods (organization_id, site_id, until_on, from_on)');
    await runner.query('create index bed_periods_stay on bed_periods (organization_id, stay_id) where stay_id is not null');
    await runner.query('create index bed_periods_bed on bed_periods (organization_id, bed_id, until_on) where superseded_at is null');
    await runner.query("create index bed_periods_holds on bed_periods (organization_id, held_until) where use = 'held' and superseded_at is null");
    await tenantTable(runner, 'bed_periods', ['insert']);
    await runner.query('grant update (superseded_at, superseded_by, superseded_reason, superseded_note_sealed) on bed_periods to posada_app');
    await runner.query(`
      create function bed_periods_supersede_once() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if old.superseded_at is not null then
          raise exception 'a superseded period is never changed' using errcode = '42501', constraint = 'bed_periods_superseded_once';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger bed_periods_superseded_once before update on bed_periods
      for each row execute function bed_periods_supersede_once()`);

    // A bed in which a guest is expected to lie stays in service. Whoever gives out a bed holds a lock on its row, so neither of the
    // two can pass the other by.
    await runner.query(`
      create function beds_in_service_while_used() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if new.in_service_until is not null and exists (
          select from public.bed_periods p
           where p.organization_id = new.organization_id and p.bed_id = new.id and p.superseded_at is null
             and p.until_on > new.in_service_until and p.use in ('booked', 'in_house', 'away')) then
          raise exception 'somebody has this bed' using errcode = '23514', constraint = 'beds_in_service_while_used';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger beds_in_service_while_used after update of in_service_until on beds
      for each row execute function beds_in_service_while_used()`);

    await runner.query(`
      create table headcounts (
        id uuid not null default uuidv7() constraint headcounts_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        night_of date not null,
        taken_at timestamptz not null,
        census integer not null,
        counted integer not null,
        explanation text not null default '',
        explanation_sealed bytea,
        taken_by uuid,
        constraint headcounts_scope unique (organization_id, id),
        constraint headcounts_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint headcounts_not_negative check (census >= 0 and counted >= 0),
        constraint headcounts_difference_is_explained check (census = counted or length(btrim(explanation)) >= 10 or explanation_sealed is not null)
      )`);
    await runner.query('create index headcounts_site_night on headcounts (organization_id, site_id, night_of, taken_at)');
    await tenantTable(runner, 'headcounts', ['insert']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger beds_in_service_while_used on beds');
    await runner.query('drop function beds_in_service_while_used()');
    for (const table of ['headcounts', 'bed_periods', 'stays']) await runner.query(`drop table ${table}`);
    await runner.query('drop function bed_periods_supersede_once()');
    await runner.query('drop function bed_periods_dates()');
    await runner.query('drop function nights(daterange, daterange)');
  }
}
