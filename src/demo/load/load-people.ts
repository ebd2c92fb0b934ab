import type { Tx } from '../../platform/database/tx';
import type { Sealing } from '../../platform/sealing/sealing.service';
import { IDENTITY_PLACE, type Identity } from '../../people/identity';
import { personTokens } from '../../people/search/name-tokens';
import type { DemoDay } from '../demo.model';
import type { DemoPerson } from '../demo-people.model';
import { arrayLiteral, insertAll } from './insert';

/** Writes persons with their identity sealed under their own keys and their real search tokens, their parties, contact points and consents. */
export async function loadPeople(tx: Tx, sealing: Sealing, rows: DemoDay): Promise<void> {
  await loadPersons(tx, sealing, rows.persons, metAt(rows));
  await insertAll(tx, PARTIES, rows.parties, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ code }) => code,
    ({ arrivedOn }) => arrivedOn,
    ({ keepTogether }) => keepTogether,
    ({ createdAt }) => createdAt,
    ({ createdBy }) => createdBy,
  ]);
  await insertAll(tx, MEMBERS, rows.members, [
    ({ id }) => id,
    ({ partyId }) => partyId,
    ({ personId }) => personId,
    ({ relation }) => relation,
    ({ isHead }) => isHead,
    ({ joinedOn }) => joinedOn,
    ({ leftOn }) => leftOn,
  ]);
  await insertAll(tx, REVIEWS, rows.reviews, [
    ({ id }) => id,
    ({ personId }) => personId,
    ({ partyId }) => partyId,
    ({ reason }) => reason,
    ({ state }) => state,
    ({ raisedAt }) => raisedAt,
    ({ raisedBy }) => raisedBy,
    ({ decidedAt }) => decidedAt,
    ({ decidedBy }) => decidedBy,
  ]);
  await insertAll(tx, CONSENTS, rows.consents, [
    ({ id }) => id,
    ({ personId }) => personId,
    ({ purpose }) => purpose,
    ({ decision }) => decision,
    ({ language }) => language,
    ({ explained }) => explained,
    ({ captured }) => captured,
    ({ givenBy }) => givenBy,
    ({ witnessUserId }) => witnessUserId,
    ({ validFrom }) => validFrom,
    ({ validUntil }) => validUntil,
    ({ withdrawnAt }) => withdrawnAt,
    ({ recordedAt }) => recordedAt,
    ({ recordedBy }) => recordedBy,
  ]);
}

async function loadPersons(tx: Tx, sealing: Sealing, persons: DemoPerson[], metAt: ReadonlyMap<string, string>): Promise<void> {
  if (persons.length === 0) return;
  const keys = await sealing.newSubjects(persons.map(({ id }) => id));
  const tokenizer = await sealing.tokenizer();
  const prepared = await Promise.all(
    persons.map(async (person) => {
      const identity: Identity = identityOf(person);
      return {
        person,
        sealed: keys.get(person.id)?.seal(IDENTITY_PLACE, person.id, identity),
        tokens: arrayLiteral(personTokens(identity, tokenizer)),
        aNumberIndex: person.aNumber ? await sealing.fingerprint('persons.a_number', person.aNumber) : null,
      };
    }),
  );
  await insertAll(tx, PERSONS, prepared, [
    ({ person }) => person.id,
    ({ sealed }) => sealed,
    ({ tokens }) => tokens,
    ({ aNumberIndex }) => aNumberIndex,
    ({ person }) => person.aNumberStatus,
    ({ person }) => person.sex,
    ({ person }) => person.ageBand,
    ({ person }) => person.languageSpoken,
    ({ person }) => person.languageRead,
    ({ person }) => person.interpreterNeeded,
    ({ person }) => arrayLiteral(person.needs),
    ({ person }) => person.releasedOn,
    ({ person }) => person.releaseEvidence,
    ({ person }) => person.releasedBy,
    ({ person }) => person.protectionReview,
    ({ person }) => person.createdAt,
    ({ person }) => person.createdBy,
    ({ person }) => metAt.get(person.id) ?? null,
  ]);
}

/** The site at which each person was met: that of the first party they came in. */
function metAt({ members, parties }: DemoDay): Map<string, string> {
  const sites = new Map(parties.map(({ id, siteId }) => [id, siteId]));
  return new Map(members.flatMap(({ personId, partyId }) => [sites.get(partyId)].flatMap((site) => (site ? [[personId, site] as const] : []))));
}

function identityOf(person: DemoPerson): Identity {
  return {
    givenNames: person.givenNames,
    familyNames: person.familyNames,
    otherNames: [],
    birthDate: person.birthDate,
    birthDateQuality: 'full',
    aNumber: person.aNumber,
    nationality: person.nationality,
  };
}

const PERSONS = `
  insert into persons (organization_id, id, sealed, search_tokens, a_number_index, a_number_status, sex, age_band, language_spoken, language_read,
                       interpreter_needed, needs, released_on, release_evidence, released_by, protection_review, created_at, created_by, met_site_id, updated_at)
  select $1, r.id, r.sealed, r.tokens::int[], r.number_index, r.number_status, r.sex, r.band, r.spoken, r.read,
         r.interpreter, r.needs::text[], r.released_on, r.evidence, r.released_by, r.review, r.at, r.by, r.met_at, r.at
    from unnest($2::uuid[], $3::bytea[], $4::text[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bool[],
                $12::text[], $13::date[], $14::text[], $15::text[], $16::text[], $17::timestamptz[], $18::uuid[], $19::uuid[])
      as r (id, sealed, tokens, number_index, number_status, sex, band, spoken, read, interpreter, needs, released_on, evidence, released_by, review, at, by, met_at)`;

const PARTIES = `
  insert into parties (organization_id, id, site_id, code, arrived_on, keep_together, created_at, created_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::bool[], $7::timestamptz[], $8::uuid[]) as r`;

const MEMBERS = `
  insert into party_members (organization_id, id, party_id, person_id, relation, is_head, joined_on, left_on)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bool[], $7::date[], $8::date[]) as r`;

const REVIEWS = `
  insert into protection_reviews (organization_id, id, person_id, party_id, reason, state, raised_at, raised_by, decided_at, decided_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::uuid[], $9::timestamptz[], $10::uuid[]) as r`;

const CONSENTS = `
  insert into consents (organization_id, id, person_id, purpose, decision, language, explained, captured, given_by, witness_user_id, valid_from,
                        valid_until, withdrawn_at, recorded_at, recorded_by, text_version)
  select $1, r.*, '2025-1'
    from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[], $11::date[],
                $12::date[], $13::timestamptz[], $14::timestamptz[], $15::uuid[]) as r`;
