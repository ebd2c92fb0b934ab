import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './support/tenant-table';

/**
 * Row level security lets only leakproof operators into an index, and those of arrays are not: as the application role a token
 * search would read every person. So candidates come from a function of the owner that compares the organization itself, gives
 * out nothing but ids, and whose plan cannot fall back to reading the table. What is read of a candidate is behind the policy again.
 */
const SEARCH_CANDIDATES_POLICY = 'create policy search_candidates on persons for select to posada_owner using (true)';
export const SEARCH_CANDIDATES = `
  create function sec.person_candidates(wanted integer[], most integer, most_each integer, known uuid[]) returns setof uuid
  language plpgsql stable rows 100 security definer set search_path = pg_catalog
  set enable_seqscan = off set enable_indexscan = off set plan_cache_mode = force_generic_plan as $$
  declare
    own uuid := sec.organization();
    found uuid[] := '{}';
    tokens integer[];
  begin
    if wanted = '{}' then
      return;
    end if;
    foreach tokens slice 1 in array wanted loop
      found := found || array(
        select person.id from public.persons person
        where person.search_tokens @> tokens and person.organization_id is not distinct from own
          and person.id <> all (found) and person.id <> all (known)
        limit least(most - cardinality(found), most_each));
      exit when cardinality(found) >= most;
    end loop;
    return query select unnest(found);
  end $$`;

/** Persons (operational columns in clear, identity sealed), the parties they travel in, how it is safe to contact them. */
export class People1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table persons (
        id uuid not null default uuidv7() constraint persons_pk primary key,
        organization_id uuid not null constraint persons_organization_fk references organizations (id),
        sealed bytea not null,
        search_tokens integer[] not null default '{}',
        a_number_index bytea,
        a_number_status text not null default 'missing',
        sex text,
        age_band text not null default 'unknown',
        language_spoken text,
        language_read text,
        interpreter_needed boolean not null default false,
        needs text[] not null default '{}',
        released_on date,
        release_evidence text,
        released_by text,
        protection_review text not null default 'none',
        met_site_id uuid,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        created_by uuid,
        updated_at timestamptz not null default now(),
        constraint persons_scope unique (organization_id, id),
        constraint persons_met_site_fk foreign key (organization_id, met_site_id) references sites (organization_id, id),
        constraint persons_key_fk foreign key (organization_id, id) references data_keys (organization_id, id),
        constraint persons_a_number_status check (a_number_status in ('verified', 'stated', 'missing', 'refused')),
        constraint persons_a_number_indexed check ((a_number_index is not null) = (a_number_status in ('verified', 'stated'))),
        constraint persons_sex check (sex is null or sex in ('female', 'male', 'other', 'undisclosed')),
        constraint persons_age_band check (age_band in ('infant', 'child', 'teen', 'adult', 'older', 'unknown')),
        constraint persons_protection_review check (protection_review in ('none', 'required', 'cleared')),
        constraint persons_release_evidence check (release_evidence is null or release_evidence in ('i94', 'nta', 'release_order', 'parole_notice', 'manifest', 'stated')),
        constraint persons_released_by check (released_by is null or released_by in ('cbp', 'ice', 'orr', 'unknown'))
      )`);
    await runner.query('create index persons_search on persons using gin (search_tokens) with (fastupdate = off)');
    await runner.query('create index persons_a_number on persons (organization_id, a_number_index) where a_number_index is not null');
    await tenantTable(runner, 'persons', ['insert', 'update']);
    await runner.query(SEARCH_CANDIDATES_POLICY);
    await runner.query(SEARCH_CANDIDATES);
    await runner.query('revoke all on function sec.person_candidates(integer[], integer, integer, uuid[]) from public');
    await runner.query('grant execute on function sec.person_candidates(integer[], integer, integer, uuid[]) to posada_app');

    await runner.query(`
      create table parties (
        id uuid not null default uuidv7() constraint parties_pk primary key,
        organization_id uuid not null constraint parties_organization_fk references organizations (id),
        site_id uuid not null,
        code text not null,
        arrived_on date not null,
        keep_together boolean not null default true,
        created_at timestamptz not null default now(),
        created_by uuid,
        constraint parties_scope unique (organization_id, id),
        constraint parties_code_once unique (organization_id, code),
        constraint parties_site_fk foreign key (organization_id, site_id) references sites (organization_id, id)
      )`);
    await runner.query('create index parties_site_day on parties (organization_id, site_id, arrived_on, id)');
    await tenantTable(runner, 'parties', ['insert', 'update']);

    await runner.query(`
      create table party_members (
        id uuid not null default uuidv7() constraint party_members_pk primary key,
        organization_id uuid not null,
        party_id uuid not null,
        person_id uuid not null,
        relation text not null default 'unknown',
        is_head boolean not null default false,
        joined_on date not null,
        left_on date,
        constraint party_members_scope unique (organization_id, id),
        constraint party_members_party_fk foreign key (organization_id, party_id) references parties (organization_id, id),
        constraint party_members_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint party_members_dates check (left_on is null or left_on >= joined_on),
        constraint party_members_relation check (relation in
          ('head', 'spouse', 'partner', 'child', 'parent', 'sibling', 'grandparent', 'grandchild', 'aunt_uncle', 'cousin', 'other_relative', 'unrelated', 'unknown'))
      )`);
    await runner.query('create unique index party_members_one_party_at_a_time on party_members (organization_id, person_id) where left_on is null');
    await runner.query('create unique index party_members_one_head on party_members (organization_id, party_id) where left_on is null and is_head');
    await runner.query('create index party_members_party on party_members (organization_id, party_id)');
    await runner.query('create index party_members_person on party_members (organization_id, person_id)');
    await tenantTable(runner, 'party_members', ['insert', 'update']);

    await runner.query(`
      create table protection_reviews (
        id uuid not null default uuidv7() constraint protection_reviews_pk primary key,
        organization_id uuid not null,
        person_id uuid not null,
        party_id uuid not null,
        reason text not null,
        state text not null default 'open',
        raised_at timestamptz not null default now(),
        raised_by uuid,
        decided_at timestamptz,
        decided_by uuid,
        note_sealed bytea,
        constraint protection_reviews_scope unique (organization_id, id),
        constraint protection_reviews_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint protection_reviews_party_fk foreign key (organization_id, party_id) references parties (organization_id, id),
        constraint protection_reviews_reason check (reason in ('minor_without_parent', 'minor_alone')),
        constraint protection_reviews_state check (state in ('open', 'cleared', 'escalated')),
        constraint protection_reviews_decided check ((state = 'open') = (decided_at is null))
      )`);
    await runner.query("create unique index protection_reviews_one_open on protection_reviews (organization_id, person_id, party_id) where state = 'open'");
    await runner.query('create index protection_reviews_person on protection_reviews (organization_id, person_id)');
    await tenantTable(runner, 'protection_reviews', ['insert', 'update']);

    await runner.query(`
      create table contact_points (
        id uuid not null default uuidv7() constraint contact_points_pk primary key,
        organization_id uuid not null,
        person_id uuid not null,
        channel text not null,
        owner text not null,
        sealed bytea not null,
        safe_to_text boolean not null default false,
        safe_to_call boolean not null default false,
        safe_to_leave_message boolean not null default false,
        safe_to_say_name boolean not null default false,
        do_not_contact boolean not null default false,
        language text,
        verified_at timestamptz,
        recorded_at timestamptz not null default now(),
        recorded_by uuid,
        ended_at timestamptz,
        constraint contact_points_scope unique (organization_id, id),
        constraint contact_points_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint contact_points_channel check (channel in ('phone', 'whatsapp', 'email')),
        constraint contact_points_owner check (owner in ('self', 'shared', 'sponsor', 'relative')),
        constraint contact_points_no_contact_is_no check (not (do_not_contact and (safe_to_text or safe_to_call or safe_to_leave_message)))
      )`);
    await runner.query('create index contact_points_person on contact_points (organization_id, person_id)');
    await tenantTable(runner, 'contact_points', ['insert', 'update']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function sec.person_candidates(integer[], integer, integer, uuid[])');
    for (const table of ['contact_points', 'protection_reviews', 'party_members', 'parties', 'persons']) await runner.query(`drop table ${table}`);
  }
}
