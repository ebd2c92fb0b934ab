import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** Which records are about the same person. Nothing is moved from one record to the other, so that taking it back restores everything. */
export class PersonMerges1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_merges (
        id uuid not null default uuidv7() constraint person_merges_pk primary key,
        organization_id uuid not null,
        kept_id uuid not null,
        merged_id uuid not null,
        reason_sealed bytea not null,
        merged_at timestamptz not null default now(),
        merged_by uuid,
        undone_at timestamptz,
        undone_by uuid,
        constraint person_merges_scope unique (organization_id, id),
        constraint person_merges_kept_fk foreign key (organization_id, kept_id) references persons (organization_id, id),
        constraint person_merges_merged_fk foreign key (organization_id, merged_id) references persons (organization_id, id),
        constraint person_merges_two_records check (kept_id <> merged_id)
      )`);
    await runner.query('create unique index person_merges_once on person_merges (organization_id, merged_id) where undone_at is null');
    await runner.query('create index person_merges_kept on person_merges (organization_id, kept_id)');
    await tenantTable(runner, 'person_merges', ['insert', 'update']);
    // Every record about the person of one record, itself included. It runs with the rights of whoever asks.
    await runner.query(`
      create function sec.same_person(wanted uuid) returns setof uuid language sql stable set search_path = pg_catalog
      as $$
        with kept as (
          select coalesce((select merge.kept_id from public.person_merges merge
                            where merge.organization_id = sec.organization() and merge.merged_id = wanted and merge.undone_at is null), wanted) as id)
        select id from kept
        union select merge.merged_id from kept join public.person_merges merge
                  on merge.organization_id = sec.organization() and merge.kept_id = kept.id and merge.undone_at is null
      $$`);
    await runner.query('grant execute on function sec.same_person(uuid) to posada_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function sec.same_person(uuid)');
    await runner.query('drop table person_merges');
  }
}
