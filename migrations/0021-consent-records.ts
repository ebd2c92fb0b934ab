import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/**
 * To whom a consent lets something be told, how it was understood and taken down, a child's own answer, how it was taken back, which
 * texts a second speaker has read, and what was told to whom. Consents of before keep every word of theirs.
 */
export class ConsentRecords1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consent_recipients (
        id uuid not null default uuidv7() constraint consent_recipients_pk primary key,
        organization_id uuid not null constraint consent_recipients_organization_fk references organizations (id),
        name text not null,
        kind text not null,
        active boolean not null default true,
        created_at timestamptz not null default now(),
        constraint consent_recipients_scope unique (organization_id, id),
        constraint consent_recipients_name_once unique (organization_id, name),
        constraint consent_recipients_named check (length(btrim(name)) > 0),
        constraint consent_recipients_kind check (kind in ('legal', 'health', 'destination', 'funder', 'evaluator', 'partner'))
      )`);
    await tenantTable(runner, 'consent_recipients', ['insert']);
    await runner.query('grant update (name, active) on consent_recipients to posada_app');

    await runner.query(`
      create table consent_text_reviews (
        id uuid not null default uuidv7() constraint consent_text_reviews_pk primary key,
        organization_id uuid not null constraint consent_text_reviews_organization_fk references organizations (id),
        language text not null,
        text_version text not null,
        second_speaker text not null,
        approved_by uuid,
        approved_at timestamptz not null default now(),
        constraint consent_text_reviews_scope unique (organization_id, id),
        constraint consent_text_reviews_once unique (organization_id, language, text_version),
        constraint consent_text_reviews_speaker_named check (length(btrim(second_speaker)) > 0)
      )`);
    await tenantTable(runner, 'consent_text_reviews', ['insert']);

    await runner.query(`
      alter table consents
        add column recipient_id uuid,
        add column interpreter_language text,
        add column taught_back boolean not null default false,
        add column assent text,
        add column signature_sealed bytea,
        add column evidence_sealed bytea,
        add column withdrawn_said_by text,
        add column withdrawn_how text,
        add constraint consents_recipient_fk foreign key (organization_id, recipient_id) references consent_recipients (organization_id, id),
        add constraint consents_recipient_is_one check (recipient = coalesce(recipient_id::text, '')),
        add constraint consents_interpreter_language check (interpreter_language is null or interpreter is not null),
        add constraint consents_assent check (assent is null or (given_by = 'guardian' and assent in ('given', 'refused', 'too_young'))),
        add constraint consents_assent_heard check (assent is distinct from 'refused' or decision = 'refused'),
        add constraint consents_signature_of_a_hand check (signature_sealed is null or captured in ('signature', 'mark')),
        add constraint consents_withdrawn_said_by check (withdrawn_said_by in ('participant', 'guardian', 'worker_on_request')),
        add constraint consents_withdrawn_how check (withdrawn_how in ('in_person', 'telephone', 'message', 'letter', 'new_answer')),
        add constraint consents_withdrawn_said_whole check (withdrawn_at is not null or (withdrawn_said_by is null and withdrawn_how is null))`);
    await runner.query('grant update (withdrawn_said_by, withdrawn_how) on consents to posada_app');
    // What exports, reports and shares ask in every statement: who agrees to this purpose now.
    await runner.query("create index consents_agreeing on consents (organization_id, purpose, person_id) where withdrawn_at is null and decision = 'given'");

    await runner.query(`
      create table disclosures (
        id uuid not null default uuidv7() constraint disclosures_pk primary key,
        organization_id uuid not null,
        person_id uuid not null,
        consent_id uuid not null,
        purpose text not null,
        recipient_id uuid,
        categories text[] not null default '{}',
        given_sealed bytea not null,
        fingerprint bytea not null,
        disclosed_at timestamptz not null,
        disclosed_by uuid,
        constraint disclosures_scope unique (organization_id, id),
        constraint disclosures_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint disclosures_consent_fk foreign key (organization_id, consent_id) references consents (organization_id, id),
        constraint disclosures_recipient_fk foreign key (organization_id, recipient_id) references consent_recipients (organization_id, id)
      )`);
    await runner.query('create index disclosures_person on disclosures (organization_id, person_id, id)');
    // What was told cannot be taken back: the list of it is only ever added to.
    await tenantTable(runner, 'disclosures', ['insert']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table disclosures');
    await runner.query('drop index consents_agreeing');
    await runner.query(`
      alter table consents
        drop constraint consents_withdrawn_said_whole, drop constraint consents_recipient_fk, drop constraint consents_recipient_is_one,
        drop column withdrawn_how, drop column withdrawn_said_by, drop column evidence_sealed, drop column signature_sealed, drop column assent,
        drop column taught_back, drop column interpreter_language, drop column recipient_id`);
    await runner.query('drop table consent_text_reviews');
    await runner.query('drop table consent_recipients');
  }
}
