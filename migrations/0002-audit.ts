import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** The append-only audit chain: a row may be written once and sealed into the chain once. */
export class Audit1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_events (
        id uuid not null default uuidv7() constraint audit_events_pk primary key,
        organization_id uuid not null constraint audit_events_organization_fk references organizations (id),
        at timestamptz not null default clock_timestamp(),
        actor_user_id uuid,
        actor_kind text not null,
        session_id uuid,
        request_id text,
        ip_prefix text,
        action text not null,
        record_type text not null,
        record_id uuid,
        site_id uuid,
        fields text[] not null default '{}',
        reason text,
        seq bigint,
        previous_hash bytea,
        hash bytea,
        constraint audit_events_scope unique (organization_id, id),
        constraint audit_events_seq_once unique (organization_id, seq),
        constraint audit_events_actor_kind check (actor_kind in ('user', 'system')),
        constraint audit_events_sealed_whole check ((seq is null) = (hash is null) and (seq is null) = (previous_hash is null))
      )`);
    await runner.query('create index audit_events_unsealed on audit_events (organization_id, at) where seq is null');
    await runner.query('create index audit_events_record on audit_events (organization_id, record_id, id)');
    await runner.query('create index audit_events_actor on audit_events (organization_id, actor_user_id, id)');
    await tenantTable(runner, 'audit_events', ['insert']);
    await runner.query('grant update (seq, previous_hash, hash) on audit_events to posada_app');
    await runner.query(`
      create function audit_events_seal_once() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if old.seq is not null then
          raise exception 'a sealed audit row is never changed' using errcode = '42501', constraint = 'audit_events_sealed_once';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger audit_events_sealed_once before update on audit_events
      for each row execute function audit_events_seal_once()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_events');
    await runner.query('drop function audit_events_seal_once()');
  }
}
