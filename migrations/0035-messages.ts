import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/**
 * Messages to people and workers, what happened to each, what came back, and the channels they go over. The row is the truth: a queue
 * only says that there is something to look at. The id of a message is the key that its provider knows it by.
 */
export class Messages1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table channels (
        id uuid not null default uuidv7() constraint channels_pk primary key,
        organization_id uuid not null constraint channels_organization_fk references organizations (id),
        kind text not null,
        settings_sealed bytea,
        state text not null default 'off',
        per_minute integer not null default 60,
        minute_started_at timestamptz,
        minute_used integer not null default 0,
        changed_at timestamptz not null default now(),
        changed_by uuid,
        constraint channels_scope unique (organization_id, id),
        constraint channels_one_of_a_kind unique (organization_id, kind),
        constraint channels_kind check (kind in ('sms_twilio', 'sms_gateway', 'email_smtp', 'demo')),
        constraint channels_state check (state in ('on', 'off')),
        constraint channels_per_minute check (per_minute between 1 and 100000)
      )`);
    await tenantTable(runner, 'channels', ['insert', 'update']);

    await runner.query(`
      create table messages (
        id uuid not null default uuidv7() constraint messages_pk primary key,
        organization_id uuid not null,
        person_id uuid,
        user_id uuid,
        contact_point_id uuid,
        channel text not null,
        kind text not null,
        language text,
        template_id uuid,
        body_sealed bytea,
        to_sealed bytea,
        state text not null default 'due',
        due_at timestamptz not null,
        not_after timestamptz,
        claimed_at timestamptz,
        claimed_until timestamptz,
        attempts smallint not null default 0,
        asked smallint not null default 0,
        provider text,
        provider_id text,
        sent_at timestamptz,
        delivered_at timestamptz,
        failed_code text,
        written_at timestamptz not null default now(),
        purged_at timestamptz,
        constraint messages_scope unique (organization_id, id),
        constraint messages_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint messages_user_fk foreign key (organization_id, user_id) references users (organization_id, id),
        constraint messages_contact_point_fk foreign key (organization_id, contact_point_id) references contact_points (organization_id, id),
        constraint messages_one_recipient check ((person_id is null) <> (user_id is null)),
        constraint messages_person_has_contact_point check (person_id is null or contact_point_id is not null),
        constraint messages_channel check (channel in ('sms', 'email', 'inbox', 'push')),
        constraint messages_state check (state in ('due', 'claimed', 'sent', 'delivered', 'failed', 'unknown', 'cancelled')),
        constraint messages_claim_has_end check ((state = 'claimed') = (claimed_until is not null)),
        constraint messages_purged_whole check ((purged_at is null) = (body_sealed is not null and to_sealed is not null))
      )`);
    await runner.query(`create index messages_due on messages (organization_id, due_at, id) where state = 'due'`);
    await runner.query(`create index messages_claimed on messages (organization_id, claimed_until) where state = 'claimed'`);
    await runner.query(`create index messages_undecided on messages (organization_id, id) where state = 'unknown'`);
    await runner.query('create index messages_person on messages (organization_id, person_id, id)');
    await runner.query('create index messages_to_purge on messages (organization_id, written_at) where purged_at is null');
    await tenantTable(runner, 'messages', ['insert', 'update']);

    await runner.query(`
      create table message_events (
        id uuid not null default uuidv7() constraint message_events_pk primary key,
        organization_id uuid not null,
        message_id uuid not null,
        at timestamptz not null,
        what text not null,
        provider_id text,
        detail text,
        decided_by uuid,
        constraint message_events_message_fk foreign key (organization_id, message_id) references messages (organization_id, id),
        constraint message_events_what check (what in ('written', 'claimed', 'asked', 'sent', 'delivered', 'failed', 'put_off', 'unknown', 'cancelled', 'decided'))
      )`);
    await runner.query('create index message_events_message on message_events (organization_id, message_id, at, id)');
    await tenantTable(runner, 'message_events', ['insert']);

    await runner.query(`
      create table inbound_messages (
        id uuid not null default uuidv7() constraint inbound_messages_pk primary key,
        organization_id uuid not null constraint inbound_messages_organization_fk references organizations (id),
        provider text not null,
        provider_id text not null,
        from_fingerprint bytea not null,
        body_sealed bytea not null,
        person_id uuid,
        message_id uuid,
        kind text not null,
        state text not null default 'new',
        received_at timestamptz not null,
        handled_by uuid,
        handled_at timestamptz,
        constraint inbound_messages_once unique (organization_id, provider, provider_id),
        constraint inbound_messages_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint inbound_messages_message_fk foreign key (organization_id, message_id) references messages (organization_id, id),
        constraint inbound_messages_kind check (kind in ('stop', 'help', 'yes', 'other')),
        constraint inbound_messages_state check (state in ('new', 'handled')),
        constraint inbound_messages_handled_whole check ((state = 'handled') = (handled_at is not null))
      )`);
    await runner.query(`create index inbound_messages_new on inbound_messages (organization_id, id) where state = 'new'`);
    await tenantTable(runner, 'inbound_messages', ['insert', 'update']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['inbound_messages', 'message_events', 'messages', 'channels']) await runner.query(`drop table ${table}`);
  }
}
