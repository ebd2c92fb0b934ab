import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SEARCH_CANDIDATES } from './0005-people';

const SITE_TOKEN = `
  create function sec.site_token(site uuid) returns integer language sql immutable strict parallel safe
  as $$ select ('x' || substr(md5('site ' || site::text), 1, 8))::bit(32)::integer $$`;

/** Where a person was met, travelled or stayed, among the tokens they are searched by. */
const KNOWN_AT_SITES = `
  create function persons_known_at_sites() returns trigger language plpgsql as $$
  begin
    new.search_tokens := new.search_tokens || array(
      select sec.site_token(place.site_id) from (
        select new.met_site_id as site_id
        union select party.site_id from public.party_members member
                join public.parties party on party.organization_id = member.organization_id and party.id = member.party_id
               where member.organization_id = new.organization_id and member.person_id = new.id
        union select stay.site_id from public.stays stay where stay.organization_id = new.organization_id and stay.person_id = new.id) place
      where place.site_id is not null and not new.search_tokens @> array[sec.site_token(place.site_id)]);
    return new;
  end $$`;

const MEMBER_KNOWN_AT_SITE = `
  create function party_members_known_at_site() returns trigger language plpgsql as $$
  begin
    update public.persons person set search_tokens = person.search_tokens
      from public.parties party
     where party.organization_id = new.organization_id and party.id = new.party_id
       and person.organization_id = new.organization_id and person.id = new.person_id
       and not person.search_tokens @> array[sec.site_token(party.site_id)];
    return null;
  end $$`;

const STAY_KNOWN_AT_SITE = `
  create function stays_known_at_site() returns trigger language plpgsql as $$
  begin
    update public.persons person set search_tokens = person.search_tokens
     where person.organization_id = new.organization_id and person.id = new.person_id and not person.search_tokens @> array[sec.site_token(new.site_id)];
    return null;
  end $$`;

/** As in 0005, among the people of some sites: those who search at one of ten sites find her guests, not the namesakes of the other nine. */
const CANDIDATES_AT_SITES = `
  create function sec.person_candidates(wanted integer[], most integer, most_each integer, known uuid[], sites uuid[]) returns setof uuid
  language plpgsql stable rows 100 security definer set search_path = pg_catalog
  set enable_seqscan = off set enable_indexscan = off set plan_cache_mode = force_generic_plan as $$
  declare
    own uuid := sec.organization();
    places integer[] := case when sites is null then array[null::integer] else array(select sec.site_token(site) from unnest(sites) site) end;
    found uuid[] := '{}';
    listed integer[];
    place integer;
    tokens integer[];
  begin
    if wanted = '{}' or places = '{}' then
      return;
    end if;
    foreach listed slice 1 in array wanted loop
      foreach place in array places loop
        tokens := case when place is null then listed else listed || place end;
        found := found || array(
          select person.id from public.persons person
          where person.search_tokens @> tokens and person.organization_id is not distinct from own
            and person.id <> all (found) and person.id <> all (known)
          limit least(most - cardinality(found), most_each));
      end loop;
      exit when cardinality(found) >= most;
    end loop;
    return query select unnest(found);
  end $$`;

const EVERYWHERE = 'sec.person_candidates(integer[], integer, integer, uuid[])';
const AT_SITES = 'sec.person_candidates(integer[], integer, integer, uuid[], uuid[])';
const TABLES_READ = ['persons', 'parties', 'party_members', 'stays'];

/** Lets a search ask for the people of some sites only, by the same index. */
export class SearchAtSites1700000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SITE_TOKEN);
    for (const statement of [KNOWN_AT_SITES, MEMBER_KNOWN_AT_SITE, STAY_KNOWN_AT_SITE]) await runner.query(statement);
    await runner.query('create trigger known_at_sites before insert or update of search_tokens on persons for each row execute function persons_known_at_sites()');
    await runner.query('create trigger known_at_site after insert or update of party_id, person_id on party_members for each row execute function party_members_known_at_site()');
    await runner.query('create trigger known_at_site after insert or update of site_id, person_id on stays for each row execute function stays_known_at_site()');
    // The owner of the tables sees no rows of any organization; for this one statement it has to see those of all.
    for (const table of TABLES_READ) await runner.query(`alter table ${table} no force row level security`);
    await runner.query('update persons set search_tokens = search_tokens');
    for (const table of TABLES_READ) await runner.query(`alter table ${table} force row level security`);
    await runner.query(CANDIDATES_AT_SITES);
    await runner.query(`revoke all on function ${AT_SITES} from public`);
    await runner.query(`grant execute on function ${AT_SITES} to posada_app`);
    await runner.query(`drop function ${EVERYWHERE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(SEARCH_CANDIDATES);
    await runner.query(`revoke all on function ${EVERYWHERE} from public`);
    await runner.query(`grant execute on function ${EVERYWHERE} to posada_app`);
    await runner.query(`drop function ${AT_SITES}`);
    await runner.query('drop trigger known_at_site on stays');
    await runner.query('drop trigger known_at_site on party_members');
    await runner.query('drop trigger known_at_sites on persons');
    for (const name of ['stays_known_at_site()', 'party_members_known_at_site()', 'persons_known_at_sites()', 'sec.site_token(uuid)']) await runner.query(`drop function ${name}`);
  }
}
