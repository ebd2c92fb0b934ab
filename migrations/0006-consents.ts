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
        captured text not null,
        given_by text not null,
        witness_user_id uuid,
        valid_from date not null,
        valid_until date not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        recorded_at timestamptz not null default now(),
        recorded_by uuid,
        constraint consents_scope unique (organization_id, id),
        constraint consents_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint consents_decision check (decision in ('given', 'refused')),
        constraint consents_explained check (explained in ('read_aloud', 'read_by_person', 'interpreter', 'audio')),
        constraint consents_captured check (captured in ('signature', 'mark', 'verbal')),
        constraint consents_verbal_has_witness check (captured <> 'verbal' or decision = 'refused' or witness_user_id is not null),
        constraint consents_given_by check (given_by in ('self', 'guardian')),
        constraint consents_at_most_a_year check (valid_until > valid_from and valid_until <= valid_from + interval '12 months'),
        constraint consents_one_live_per_purpose exclude using gist
          (organization_id with =, person_id with =, purpose with =, recipient with =, daterange(valid_from, valid_until) with &&)
          where (withdrawn_at is null)
      )`);
    await runner.query('create index consents_person on consents (organization_id, person_id)');
    await tenantTable(runner, 'consents', ['insert', 'update']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consents');
  }
}
