import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { Person } from './person.entity';

/** What of a person lies in clear. */
export type Operational = Pick<
  Person,
  | 'id' | 'sex' | 'ageBand' | 'aNumberStatus' | 'languageSpoken' | 'languageRead' | 'interpreterNeeded' | 'needs' | 'releasedOn' | 'releaseEvidence'
  | 'releasedBy' | 'protectionReview' | 'version'
> & { createdAt: Date };

/** A person as read for opening: what lies in clear, the envelope and its wrapped key. */
export type SealedPerson = Operational & { sealed: Buffer; wrappedKey: Buffer };

/** A person ready to be written. */
export type PersonRow = Pick<
  Person,
  | 'id' | 'sealed' | 'searchTokens' | 'aNumberIndex' | 'aNumberStatus' | 'sex' | 'ageBand' | 'languageSpoken' | 'languageRead' | 'interpreterNeeded'
  | 'needs' | 'releasedOn' | 'releaseEvidence' | 'releasedBy'
>;

/** Where a person is or was: the party they are in now, else the last one. */
export type Whereabouts = { personId: string; partyId: string; partyCode: string; siteId: string; arrivedOn: string; leftOn: string | null };

const OPERATIONAL = `person.id, person.sex, person.age_band as "ageBand", person.a_number_status as "aNumberStatus", person.language_spoken as "languageSpoken",
  person.language_read as "languageRead", person.interpreter_needed as "interpreterNeeded", person.needs, person.released_on::text as "releasedOn",
  person.release_evidence as "releaseEvidence", person.released_by as "releasedBy", person.protection_review as "protectionReview", person.version,
  person.created_at as "createdAt"`;

/** Named queries of persons. */
@Injectable()
export class PersonsRepository {
  constructor(private readonly tx: Tx) {}

  /** Writes several persons in one statement. */
  async insert(rows: readonly PersonRow[], metSiteId: string | null, createdAt: Date): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(INSERT, [
      organizationId,
      userId,
      createdAt,
      rows.map((row) => row.id),
      rows.map((row) => row.sealed),
      rows.map((row) => arrayLiteral(row.searchTokens)),
      rows.map((row) => row.aNumberIndex),
      rows.map((row) => row.aNumberStatus),
      rows.map((row) => row.sex),
      rows.map((row) => row.ageBand),
      rows.map((row) => row.languageSpoken),
      rows.map((row) => row.languageRead),
      rows.map((row) => row.interpreterNeeded),
      rows.map((row) => arrayLiteral(row.needs)),
      rows.map((row) => row.releasedOn),
      rows.map((row) => row.releaseEvidence),
      rows.map((row) => row.releasedBy),
      metSiteId,
    ]);
  }

  /** Persons with their envelopes and wrapped keys, in one query. */
  sealed(ids: readonly string[]): Promise<SealedPerson[]> {
    return this.tx.rows<SealedPerson>(
      `select ${OPERATIONAL}, person.sealed, data_key.wrapped_key as "wrappedKey"
         from persons person join data_keys data_key on data_key.organization_id = person.organization_id and data_key.id = person.id
        where person.organization_id = $1 and person.id = any ($2::uuid[])`,
      [this.tx.scope.organizationId, ids],
    );
  }

  /** Writes a changed person if nobody changed it meanwhile; tells whether it did. */
  async update(row: PersonRow, version: number, updatedAt: Date): Promise<boolean> {
    const written = await this.tx.write(UPDATE, [
      this.tx.scope.organizationId, row.id, version, row.sealed, row.searchTokens, row.aNumberIndex, row.aNumberStatus, row.sex, row.ageBand,
      row.languageSpoken, row.languageRead, row.interpreterNeeded, row.needs, row.releasedOn, row.releaseEvidence, row.releasedBy, updatedAt,
    ]);
    return written === 1;
  }

  /** The persons with this A-number, by its fingerprint. */
  async withANumber(fingerprint: Buffer, most: number): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>('select id from persons where organization_id = $1 and a_number_index = $2 order by id desc limit $3', [
      this.tx.scope.organizationId,
      fingerprint,
      most,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Which of these persons somebody may meet in their work: those who were met, travelled or stayed at one of the sites (null: everywhere). */
  async within(ids: readonly string[], siteIds: readonly string[] | null): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(WITHIN, [this.tx.scope.organizationId, ids, siteIds]);
    return rows.map(({ id }) => id);
  }

  /** The sites at which a person was met, travelled or stayed. */
  async sitesOf(id: string): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(SITES_OF, [this.tx.scope.organizationId, id]);
    return rows.map((row) => row.id);
  }

  /** For each person the party they are in now, else the last one they were in. */
  whereabouts(ids: readonly string[]): Promise<Whereabouts[]> {
    return this.tx.rows<Whereabouts>(
      `select distinct on (member.person_id) member.person_id as "personId", party.id as "partyId", party.code as "partyCode", party.site_id as "siteId",
              party.arrived_on::text as "arrivedOn", member.left_on::text as "leftOn"
         from party_members member join parties party on party.organization_id = member.organization_id and party.id = member.party_id
        where member.organization_id = $1 and member.person_id = any ($2::uuid[])
        order by member.person_id, (member.left_on is null) desc, party.arrived_on desc, member.id desc`,
      [this.tx.scope.organizationId, ids],
    );
  }

  /** The time zone of the site at which a person was met last; UTC when there is none. */
  async zoneOf(id: string): Promise<string> {
    const [row] = await this.tx.rows<{ zone: string }>(ZONE_OF, [this.tx.scope.organizationId, id]);
    return row?.zone ?? 'UTC';
  }

  /** The time zone of a site, or null when there is no such site. */
  async siteZone(siteId: string): Promise<string | null> {
    const [row] = await this.tx.rows<{ zone: string }>('select time_zone as zone from sites where organization_id = $1 and id = $2', [
      this.tx.scope.organizationId,
      siteId,
    ]);
    return row?.zone ?? null;
  }

  /** Says where the protection question of persons stands. */
  async setProtection(ids: readonly string[], state: Person['protectionReview']): Promise<void> {
    await this.tx.write('update persons set protection_review = $3 where organization_id = $1 and id = any ($2::uuid[])', [
      this.tx.scope.organizationId,
      ids,
      state,
    ]);
  }
}

/** A PostgreSQL array written as text, so that arrays of different lengths travel in one array. */
function arrayLiteral(values: readonly (string | number)[]): string {
  return `{${values.map((value) => (typeof value === 'number' ? String(value) : JSON.stringify(value))).join(',')}}`;
}

const INSERT = `
  insert into persons (organization_id, created_by, created_at, updated_at, id, sealed, search_tokens, a_number_index, a_number_status, sex, age_band,
                       language_spoken, language_read, interpreter_needed, needs, released_on, release_evidence, released_by, met_site_id)
  select $1, $2, $3, $3, r.id, r.sealed, r.tokens::integer[], r.number_index, r.number_status, r.sex, r.band, r.spoken, r.read, r.interpreter,
         r.needs::text[], r.released_on, r.evidence, r.released_by, $18::uuid
    from unnest($4::uuid[], $5::bytea[], $6::text[], $7::bytea[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::boolean[],
                $14::text[], $15::date[], $16::text[], $17::text[])
      as r (id, sealed, tokens, number_index, number_status, sex, band, spoken, read, interpreter, needs, released_on, evidence, released_by)`;

/** Which persons were met, travelled or stayed at sites. */
export const WITHIN = `
  select person.id from persons person
   where person.organization_id = $1 and person.id = any ($2::uuid[])
     and ($3::uuid[] is null or person.met_site_id = any ($3::uuid[])
          or exists (select 1 from party_members member join parties party on party.organization_id = member.organization_id and party.id = member.party_id
                      where member.organization_id = $1 and member.person_id = person.id and party.site_id = any ($3::uuid[]))
          or exists (select 1 from stays stay where stay.organization_id = $1 and stay.person_id = person.id and stay.site_id = any ($3::uuid[])))`;

/** The sites of one person. */
export const SITES_OF = `
  select party.site_id as id from party_members member join parties party on party.organization_id = $1 and party.id = member.party_id
   where member.organization_id = $1 and member.person_id = $2
  union select met_site_id from persons where organization_id = $1 and id = $2 and met_site_id is not null
  union select site_id from stays where organization_id = $1 and person_id = $2`;

/** The time zone where a person was met last. */
export const ZONE_OF = `
  select site.time_zone as zone
    from persons person
    left join lateral (select party.site_id from party_members member join parties party on party.organization_id = $1 and party.id = member.party_id
                        where member.organization_id = $1 and member.person_id = person.id
                        order by (member.left_on is null) desc, party.arrived_on desc limit 1) latest on true
    join sites site on site.organization_id = $1 and site.id = coalesce(latest.site_id, person.met_site_id)
   where person.organization_id = $1 and person.id = $2`;

const UPDATE = `
  update persons set sealed = $4, search_tokens = $5, a_number_index = $6, a_number_status = $7, sex = $8, age_band = $9, language_spoken = $10,
         language_read = $11, interpreter_needed = $12, needs = $13, released_on = $14, release_evidence = $15, released_by = $16, updated_at = $17,
         version = version + 1
   where organization_id = $1 and id = $2 and version = $3`;
