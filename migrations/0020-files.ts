import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseTable } from './support/case-table';
import { tenantTable } from './support/tenant-table';

/** Which bytes of the store are somebody's, and the files of cases. */
export class Files1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stored_files (
        id uuid not null default uuidv7() constraint stored_files_pk primary key,
        organization_id uuid not null constraint stored_files_organization_fk references organizations (id),
        name text not null,
        bytes integer not null,
        stored_at timestamptz not null default now(),
        constraint stored_files_scope unique (organization_id, id),
        constraint stored_files_name_once unique (organization_id, name),
        constraint stored_files_bytes check (bytes > 0)
      )`);
    await tenantTable(runner, 'stored_files', ['insert', 'delete']);

    await runner.query(`
      create table case_files (
        id uuid not null default uuidv7() constraint case_files_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        compartment text,
        kind text not null,
        title_sealed bytea not null,
        mime text not null,
        bytes integer not null,
        fingerprint bytea not null,
        stored_file_id uuid,
        document_date date,
        expires_on date,
        version integer not null default 1,
        uploaded_at timestamptz not null default now(),
        uploaded_by uuid,
        removed_at timestamptz,
        removed_by uuid,
        constraint case_files_scope unique (organization_id, id),
        constraint case_files_stored_once unique (organization_id, stored_file_id),
        constraint case_files_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint case_files_stored_fk foreign key (organization_id, stored_file_id) references stored_files (organization_id, id),
        constraint case_files_kind check (kind in ('identity', 'court_notice', 'immigration', 'work_permit', 'lease', 'benefits', 'school', 'health', 'employment', 'signature_page', 'consent_form', 'other')),
        constraint case_files_compartment check (compartment in ('legal', 'health', 'protection', 'child')),
        constraint case_files_removed_whole check ((removed_at is null) = (stored_file_id is not null)),
        constraint case_files_dates check (expires_on is null or document_date is null or expires_on >= document_date)
      )`);
    await runner.query('create index case_files_case on case_files (organization_id, case_id, id)');
    await runner.query('create unique index case_files_same_once on case_files (organization_id, case_id, fingerprint) where removed_at is null and compartment is null');
    await runner.query(`create unique index case_files_same_in_compartment_once on case_files (organization_id, case_id, compartment, fingerprint)
      where removed_at is null and compartment is not null`);
    await runner.query('create index case_files_expire on case_files (organization_id, expires_on) where removed_at is null and expires_on is not null');
    await caseTable(runner, 'case_files', ['insert', 'update'], { compartments: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_files');
    await runner.query('drop table stored_files');
  }
}
