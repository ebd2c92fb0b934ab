import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/** Users, the roles granted to them, sessions, invitations and resets, mail waiting to be sent, sign-in throttling. */
export class PeopleWhoWorkHere1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table users (
        id uuid not null default uuidv7() constraint users_pk primary key,
        organization_id uuid not null constraint users_organization_fk references organizations (id),
        email text not null,
        full_name text not null,
        language text not null default 'en',
        password_hash text,
        status text not null default 'invited',
        created_at timestamptz not null default now(),
        last_signed_in_at timestamptz,
        constraint users_scope unique (organization_id, id),
        constraint users_email_once unique (organization_id, email),
        constraint users_email_lower_case check (email = lower(email)),
        constraint users_status check (status in ('invited', 'active', 'disabled'))
      )`);
    await runner.query('create index users_sign_in on users (email)');
    await tenantTable(runner, 'users', ['insert', 'update']);

    await runner.query(`
      create table role_grants (
        id uuid not null default uuidv7() constraint role_grants_pk primary key,
        organization_id uuid not null constraint role_grants_organization_fk references organizations (id),
        user_id uuid not null,
        role text not null,
        scope text not null,
        scope_id uuid,
        valid_from date not null,
        valid_to date,
        granted_by uuid,
        granted_at timestamptz not null default now(),
        ended_at timestamptz,
        ended_by uuid,
        constraint role_grants_scope_key unique (organization_id, id),
        constraint role_grants_user_fk foreign key (organization_id, user_id) references users (organization_id, id),
        constraint role_grants_scope check (scope in ('organization', 'site', 'program', 'case') and (scope = 'organization') = (scope_id is null)),
        constraint role_grants_dates check (valid_to is null or valid_to >= valid_from),
        constraint role_grants_given_once exclude using gist (organization_id with =, user_id with =, role with =, scope with =,
          coalesce(scope_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, daterange(valid_from, valid_to, '[]') with &&) where (ended_at is null)
      )`);
    await runner.query('create index role_grants_user on role_grants (organization_id, user_id)');
    await tenantTable(runner, 'role_grants', ['insert', 'update']);

    await runner.query(`
      create table sessions (
        id uuid not null default uuidv7() constraint sessions_pk primary key,
        organization_id uuid not null constraint sessions_organization_fk references organizations (id),
        user_id uuid not null,
        token_hash bytea not null,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        ended_at timestamptz,
        constraint sessions_scope unique (organization_id, id),
        constraint sessions_token_once unique (token_hash),
        constraint sessions_user_fk foreign key (organization_id, user_id) references users (organization_id, id)
      )`);
    await runner.query('create index sessions_user on sessions (organization_id, user_id)');
    await tenantTable(runner, 'sessions', ['insert', 'update', 'delete']);

    await runner.query(`
      create table account_tokens (
        id uuid not null default uuidv7() constraint account_tokens_pk primary key,
        organization_id uuid not null constraint account_tokens_organization_fk references organizations (id),
        user_id uuid not null,
        purpose text not null,
        token_hash bytea not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        created_at timestamptz not null default now(),
        constraint account_tokens_scope unique (organization_id, id),
        constraint account_tokens_token_once unique (token_hash),
        constraint account_tokens_user_fk foreign key (organization_id, user_id) references users (organization_id, id),
        constraint account_tokens_purpose check (purpose in ('invitation', 'password-reset'))
      )`);
    await runner.query('create index account_tokens_user on account_tokens (organization_id, user_id)');
    await tenantTable(runner, 'account_tokens', ['insert', 'update', 'delete']);

    await runner.query(`
      create table mails (
        id uuid not null default uuidv7() constraint mails_pk primary key,
        organization_id uuid not null constraint mails_organization_fk references organizations (id),
        kind text not null,
        sealed bytea not null,
        state text not null default 'due',
        attempts integer not null default 0,
        due_at timestamptz not null default now(),
        claimed_until timestamptz,
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        constraint mails_scope unique (organization_id, id),
        constraint mails_state check (state in ('due', 'sending', 'sent', 'failed'))
      )`);
    await runner.query("create index mails_waiting on mails (organization_id, due_at) where state in ('due', 'sending')");
    await tenantTable(runner, 'mails', ['insert', 'update', 'delete']);

    await runner.query(`
      create table sign_in_throttle (
        key bytea not null constraint sign_in_throttle_pk primary key,
        failures integer not null default 0,
        window_started_at timestamptz not null default now(),
        blocked_until timestamptz
      )`);
    await runner.query('grant select, insert, update, delete on sign_in_throttle to posada_app');

    // Before a session exists there is no organization to set, so three narrow questions are answered by functions of the owner.
    for (const table of ['users', 'sessions', 'account_tokens', 'role_grants']) {
      await runner.query(`create policy sign_in on ${table} for select to posada_owner using (true)`);
    }
    await runner.query('create policy sign_in_touch on sessions for update to posada_owner using (true)');
    await runner.query(`
      create function sec.sign_in_candidates(wanted text) returns table (organization_id uuid, user_id uuid, password_hash text)
      language sql stable security definer set search_path = pg_catalog, public
      as $$ select u.organization_id, u.id, u.password_hash from public.users u
             where u.email = lower(wanted) and u.status = 'active' and u.password_hash is not null order by u.created_at limit 5 $$`);
    // Whether a link has run out is decided when it is used up, inside the organization's own transaction.
    await runner.query(`
      create function sec.account_token(hash bytea) returns table (organization_id uuid, user_id uuid, token_id uuid, purpose text)
      language sql stable security definer set search_path = pg_catalog, public
      as $$ select t.organization_id, t.user_id, t.id, t.purpose from public.account_tokens t
             where t.token_hash = hash and t.used_at is null $$`);
    await runner.query(`
      create function sec.accounts_of(wanted text) returns table (organization_id uuid, user_id uuid)
      language sql stable security definer set search_path = pg_catalog, public
      as $$ select u.organization_id, u.id from public.users u where u.email = lower(wanted) and u.status = 'active' limit 5 $$`);
    await runner.query(`
      create function sec.session_actor(hash bytea, idle interval)
      returns table (organization_id uuid, user_id uuid, session_id uuid, full_name text, language text, expires_at timestamptz, last_seen_at timestamptz, grants jsonb)
      language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare found_session public.sessions%rowtype;
      begin
        select * into found_session from public.sessions s
          where s.token_hash = hash and s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - idle;
        if not found then return; end if;
        if found_session.last_seen_at < now() - interval '30 seconds' then
          update public.sessions s set last_seen_at = now() where s.id = found_session.id;
        end if;
        return query
          select u.organization_id, u.id, found_session.id, u.full_name, u.language, found_session.expires_at, found_session.last_seen_at,
                 coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope, 'scopeId', g.scope_id)) from public.role_grants g
                    where g.organization_id = u.organization_id and g.user_id = u.id
                      and g.ended_at is null and g.valid_from <= (now() at time zone 'UTC')::date
                      -- The last day of a role ends where it ends last, so that nobody is put out in the middle of an evening shift.
                      and (g.valid_to is null or g.valid_to >= (now() at time zone 'UTC' - interval '12 hours')::date)), '[]'::jsonb)
            from public.users u
           where u.organization_id = found_session.organization_id and u.id = found_session.user_id and u.status = 'active';
      end $$`);
    for (const signature of ['sign_in_candidates(text)', 'account_token(bytea)', 'accounts_of(text)', 'session_actor(bytea, interval)']) {
      await runner.query(`revoke all on function sec.${signature} from public`);
      await runner.query(`grant execute on function sec.${signature} to posada_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function sec.session_actor(bytea, interval)');
    await runner.query('drop function sec.accounts_of(text)');
    await runner.query('drop function sec.account_token(bytea)');
    await runner.query('drop function sec.sign_in_candidates(text)');
    for (const table of ['sign_in_throttle', 'mails', 'account_tokens', 'sessions', 'role_grants', 'users']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
