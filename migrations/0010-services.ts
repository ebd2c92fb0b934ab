import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** The service catalogue and the service ledger: an entry is written once; a mistake is reversed by another entry. */
export class Services1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_kinds (
        id uuid not null default uuidv7() constraint service_kinds_pk primary key,
        organization_id uuid not null constraint service_kinds_organization_fk references organizations (id),
        code text not null,
        category text not null,
        item_type text,
        labels jsonb not null,
        unit text not null,
        subject text not null,
        max_per_day integer,
        min_interval_minutes integer,
        quick boolean not null default true,
        position integer not null default 0,
        retired_on date,
        constraint service_kinds_scope unique (organization_id, id),
        constraint service_kinds_code_once unique (organization_id, code),
        constraint service_kinds_code_form check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
        constraint service_kinds_item_type_form check (item_type ~ '^[a-z][a-z0-9_]{1,39}$'),
        constraint service_kinds_unit_given check (length(btrim(unit)) > 0),
        constraint service_kinds_nights_come_from_stays check (lower(unit) not in ('night', 'nights') and code !~ 'lodging'),
        constraint service_kinds_category check (category in
          ('meals', 'transportation', 'medical', 'hygiene', 'clothing', 'translation', 'outreach', 'labor', 'renovation', 'other')),
        constraint service_kinds_subject check (subject in ('person', 'headcount', 'staff', 'site')),
        constraint service_kinds_limits check (coalesce(max_per_day, 1) > 0 and coalesce(min_interval_minutes, 1) > 0)
      )`);
    await tenantTable(runner, 'service_kinds', ['insert', 'update']);

    await runner.query(`
      create table service_batches (
        id uuid not null default uuidv7() constraint service_batches_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        kind_id uuid not null,
        target text not null,
        target_id uuid,
        served_on date not null,
        reverses_batch_id uuid,
        note_sealed bytea,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        constraint service_batches_scope unique (organization_id, id),
        constraint service_batches_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint service_batches_kind_fk foreign key (organization_id, kind_id) references service_kinds (organization_id, id),
        constraint service_batches_reverses_fk foreign key (organization_id, reverses_batch_id) references service_batches (organization_id, id),
        constraint service_batches_target check (target in ('person', 'party', 'room', 'site', 'headcount', 'staff'))
      )`);
    await runner.query('create index service_batches_site_day on service_batches (organization_id, site_id, served_on, id)');
    await tenantTable(runner, 'service_batches', ['insert']);

    await runner.query(`
      create table service_entries (
        id uuid not null default uuidv7() constraint service_entries_pk primary key,
        organization_id uuid not null,
        site_id uuid not null,
        kind_id uuid not null,
        batch_id uuid not null,
        person_id uuid,
        party_id uuid,
        staff_user_id uuid,
        served_on date not null,
        served_at timestamptz not null,
        quantity numeric(10, 2) not null,
        people integer not null default 0,
        over_limit_reason text,
        reverses_id uuid,
        reversal_reason text,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        constraint service_entries_scope unique (organization_id, id),
        constraint service_entries_site_fk foreign key (organization_id, site_id) references sites (organization_id, id),
        constraint service_entries_kind_fk foreign key (organization_id, kind_id) references service_kinds (organization_id, id),
        constraint service_entries_batch_fk foreign key (organization_id, batch_id) references service_batches (organization_id, id),
        constraint service_entries_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint service_entries_party_fk foreign key (organization_id, party_id) references parties (organization_id, id),
        constraint service_entries_staff_fk foreign key (organization_id, staff_user_id) references users (organization_id, id),
        constraint service_entries_reverses_fk foreign key (organization_id, reverses_id) references service_entries (organization_id, id),
        constraint service_entries_sign check ((reverses_id is null and quantity > 0) or (reverses_id is not null and quantity < 0)),
        constraint service_entries_reversal_has_reason check ((reverses_id is null) = (reversal_reason is null)),
        constraint service_entries_reversal_reason check (reversal_reason in
          ('entry_mistake', 'wrong_people', 'wrong_service', 'wrong_quantity', 'wrong_day', 'counted_twice', 'not_given', 'other')),
        constraint service_entries_over_limit_reason check (over_limit_reason in ('lost', 'shared', 'soiled', 'medical_need', 'journey', 'child_need', 'other')),
        constraint service_entries_people check (person_id is null or people in (1, -1)),
        constraint service_entries_one_subject check (num_nonnulls(person_id, staff_user_id) <= 1)
      )`);
    // Only reversals are in it, so that the millions of rows that are none cost nothing.
    await runner.query('create unique index service_entries_reversed_once on service_entries (organization_id, reverses_id) where reverses_id is not null');
    await runner.query('create index service_entries_staff on service_entries (organization_id, staff_user_id, served_on) where staff_user_id is not null');
    await runner.query('create index service_entries_site_day on service_entries (organization_id, site_id, served_on, id)');
    await runner.query('create index service_entries_person on service_entries (organization_id, person_id, served_on) where person_id is not null');
    await runner.query('create index service_entries_batch on service_entries (organization_id, batch_id)');
    await runner.query('create index service_entries_kind_day on service_entries (organization_id, kind_id, served_on)');
    await tenantTable(runner, 'service_entries', ['insert']);
    await runner.query(`
      create function service_entries_reversal_mirrors() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if not exists (
          select from public.service_entries e
           where e.organization_id = new.organization_id and e.id = new.reverses_id and e.reverses_id is null
             and e.quantity = -new.quantity and e.people = -new.people and e.site_id = new.site_id and e.kind_id = new.kind_id and e.served_on = new.served_on
             and e.person_id is not distinct from new.person_id and e.staff_user_id is not distinct from new.staff_user_id) then
          raise exception 'a reversal is the opposite of the entry it takes back' using errcode = '23514', constraint = 'service_entries_reversal_mirrors';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger service_entries_reversal_mirrors before insert on service_entries for each row
      when (new.reverses_id is not null) execute function service_entries_reversal_mirrors()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['service_entries', 'service_batches', 'service_kinds']) await runner.query(`drop table ${table}`);
    await runner.query('drop function service_entries_reversal_mirrors()');
  }
}
