import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** What a person agreed to or refused, read to them in which words and language, until when. */
export class Consents1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consents (
        id uuid not null default uuidv7() constraint consents_pk primary key,
        organization_id uuid not null,
        person_id uuid not null,
        purpose text not null,
        recipient text not null default '',
        categories text[] not null default '{}',
        decision text not null,
        text_version text not null,
        language text not null,
        explained text not null,
        interpreter text,
        captured text not null,
        given_by text not null,
        given_by_person_id uuid,
        witness_user_id uuid,
        valid_from date not null,
        valid_until date not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        recorded_at timestamptz not null default now(),
        recorded_by uuid,
        constraint consents_scope unique (organization_id, id),
        constraint consents_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint consents_guardian_fk foreign key (organization_id, given_by_person_id) references persons (organization_id, id),
        constraint consents_witness_fk foreign key (organization_id, witness_user_id) references users (organization_id, id),
        constraint consents_decision check (decision in ('given', 'refused')),
        constraint consents_explained check (explained in ('read_aloud', 'read_by_person', 'interpreter', 'audio')),
        constraint consents_interpreter check
          (interpreter is null or (explained = 'interpreter' and interpreter in ('staff', 'telephone', 'agency', 'volunteer'))),
        constraint consents_captured check (captured in ('signature', 'mark', 'verbal')),
        constraint consents_verbal_has_witness check (captured <> 'verbal' or decision = 'refused' or witness_user_id is not null),
        constraint consents_given_by check (given_by in ('self', 'guardian')),
        constraint consents_guardian_is_another check (given_by_person_id is null or (given_by = 'guardian' and given_by_person_id <> person_id)),
        constraint consents_withdrawn_whole check (withdrawn_by is null or withdrawn_at is not null),
        constraint consents_at_most_a_year check (valid_until > valid_from and valid_until <= valid_from + interval '12 months'),
        constraint consents_one_live_per_purpose exclude using gist
          (organization_id with =, person_id with =, purpose with =, recipient with =, daterange(valid_from, valid_until) with &&)
          where (withdrawn_at is null)
      )`);
    await runner.query('create index consents_person on consents (organization_id, person_id)');
    await tenantTable(runner, 'consents', ['insert']);
    // What somebody agreed to is never rewritten: it can only be withdrawn, once.
    await runner.query('grant update (withdrawn_at, withdrawn_by) on consents to posada_app');
    await runner.query(`
      create function consents_withdraw_once() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if old.withdrawn_at is not null then
          raise exception 'a withdrawn consent is never changed' using errcode = '42501', constraint = 'consents_withdrawn_once';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger consents_withdrawn_once before update on consents
      for each row execute function consents_withdraw_once()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consents');
    await runner.query('drop function consents_withdraw_once()');
  }
}
