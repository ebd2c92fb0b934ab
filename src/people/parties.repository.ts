import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { PartyMember, Relation } from './party-member.entity';
import type { Party } from './party.entity';

/** A party as screens and rules read it. */
export type PartyRow = Pick<Party, 'id' | 'siteId' | 'code' | 'arrivedOn' | 'keepTogether'>;

/** A person's time in a party. */
export type MemberRow = Pick<PartyMember, 'id' | 'partyId' | 'personId' | 'relation' | 'isHead' | 'joinedOn' | 'leftOn'>;

/** A member to be written. */
export interface NewMember {
  personId: string;
  relation: Relation;
  isHead: boolean;
}

const PARTY = 'party.id, party.site_id as "siteId", party.code, party.arrived_on::text as "arrivedOn", party.keep_together as "keepTogether"';
const MEMBER = `member.id, member.party_id as "partyId", member.person_id as "personId", member.relation, member.is_head as "isHead",
  member.joined_on::text as "joinedOn", member.left_on::text as "leftOn"`;

/** Named queries of parties and their members. */
@Injectable()
export class PartiesRepository {
  constructor(private readonly tx: Tx) {}

  /** Writes a party unless its code is taken; answers its id, or null. */
  async insert(party: Omit<PartyRow, 'id'>, createdAt: Date): Promise<string | null> {
    const { organizationId, userId } = this.tx.scope;
    const [row] = await this.tx.rows<{ id: string }>(
      `insert into parties (organization_id, site_id, code, arrived_on, keep_together, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint parties_code_once do nothing returning id`,
      [organizationId, party.siteId, party.code, party.arrivedOn, party.keepTogether, createdAt, userId],
    );
    return row?.id ?? null;
  }

  /** Writes members of a party. */
  async insertMembers(partyId: string, members: readonly NewMember[], joinedOn: string): Promise<void> {
    await this.tx.write(
      `insert into party_members (organization_id, party_id, person_id, relation, is_head, joined_on)
       select $1, $2, r.person, r.relation, r.head, $3 from unnest($4::uuid[], $5::text[], $6::boolean[]) as r (person, relation, head)`,
      [
        this.tx.scope.organizationId,
        partyId,
        joinedOn,
        members.map(({ personId }) => personId),
        members.map(({ relation }) => relation),
        members.map(({ isHead }) => isHead),
      ],
    );
  }

  /** A party, or null. */
  async find(id: string): Promise<PartyRow | null> {
    const [row] = await this.tx.rows<PartyRow>(`select ${PARTY} from parties party where organization_id = $1 and id = $2`, [this.tx.scope.organizationId, id]);
    return row ?? null;
  }

  /** A party whose members nobody else changes until this transaction ends, or null. */
  async lock(id: string): Promise<PartyRow | null> {
    const [row] = await this.tx.rows<PartyRow>(`select ${PARTY} from parties party where organization_id = $1 and id = $2 for update`, [
      this.tx.scope.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** The sites of a party: where it arrived and where its members stayed. */
  async sitesOf(id: string): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(
      'select site_id as id from parties where organization_id = $1 and id = $2 union select site_id from stays where organization_id = $1 and party_id = $2',
      [this.tx.scope.organizationId, id],
    );
    return rows.map((row) => row.id);
  }

  /** The party with this code, or null. */
  async withCode(code: string): Promise<PartyRow | null> {
    const [row] = await this.tx.rows<PartyRow>(`select ${PARTY} from parties party where organization_id = $1 and code = $2`, [
      this.tx.scope.organizationId,
      code,
    ]);
    return row ?? null;
  }

  /** Everybody who is or was a member, the head first. */
  members(partyId: string): Promise<MemberRow[]> {
    return this.tx.rows<MemberRow>(
      `select ${MEMBER} from party_members member where organization_id = $1 and party_id = $2
        order by (left_on is null) desc, is_head desc, joined_on, id`,
      [this.tx.scope.organizationId, partyId],
    );
  }

  /** The parties that persons are or were in, newest first. */
  partiesOf(personIds: readonly string[]): Promise<(MemberRow & PartyRow)[]> {
    return this.tx.rows<MemberRow & PartyRow>(
      `select ${MEMBER}, party.id, party.site_id as "siteId", party.code, party.arrived_on::text as "arrivedOn", party.keep_together as "keepTogether"
         from party_members member join parties party on party.organization_id = member.organization_id and party.id = member.party_id
        where member.organization_id = $1 and member.person_id = any ($2::uuid[])
        order by (member.left_on is null) desc, party.arrived_on desc, member.id desc`,
      [this.tx.scope.organizationId, personIds],
    );
  }

  /** Ends what is left open of stays in parties that arrived before a date: who comes again comes with another party. */
  async endEarlier(personIds: readonly string[], on: string): Promise<number> {
    return this.tx.write(
      `update party_members member set left_on = greatest(member.joined_on, $3::date)
         from parties party
        where member.organization_id = $1 and member.person_id = any ($2::uuid[]) and member.left_on is null
          and party.organization_id = member.organization_id and party.id = member.party_id and party.arrived_on < $3::date`,
      [this.tx.scope.organizationId, personIds, on],
    );
  }

  /** Ends one member's time in a party; tells whether they were in it. */
  async end(partyId: string, personIds: readonly string[], on: string): Promise<number> {
    return this.tx.write(
      `update party_members set left_on = greatest(joined_on, $4::date)
        where organization_id = $1 and party_id = $2 and person_id = any ($3::uuid[]) and left_on is null`,
      [this.tx.scope.organizationId, partyId, personIds, on],
    );
  }

  /** Says how a present member is related to the head, and whether they are the head. */
  async setRelation(partyId: string, { personId, relation, isHead }: NewMember): Promise<number> {
    return this.tx.write(
      'update party_members set relation = $4, is_head = $5 where organization_id = $1 and party_id = $2 and person_id = $3 and left_on is null',
      [this.tx.scope.organizationId, partyId, personId, relation, isHead],
    );
  }

  /** Changes whether a party wants to be kept together. */
  async setKeepTogether(partyId: string, keepTogether: boolean): Promise<void> {
    await this.tx.write('update parties set keep_together = $3 where organization_id = $1 and id = $2', [this.tx.scope.organizationId, partyId, keepTogether]);
  }
}
