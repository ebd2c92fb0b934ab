import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Party } from './party.entity';
import { Person } from './person.entity';

/** How a member of a party is related to its head. */
export const relations = [
  'head', 'spouse', 'partner', 'child', 'parent', 'sibling', 'grandparent', 'grandchild', 'aunt_uncle', 'cousin', 'other_relative', 'unrelated', 'unknown',
] as const;
export type Relation = (typeof relations)[number];

/** A person's time in a party; ended, never deleted. */
@Entity('party_members')
@Unique('party_members_scope', ['organizationId', 'id'])
@Index('party_members_one_party_at_a_time', ['organizationId', 'personId'], { unique: true, where: 'left_on is null' })
@Index('party_members_one_head', ['organizationId', 'partyId'], { unique: true, where: 'left_on is null and is_head' })
@Index('party_members_party', ['organizationId', 'partyId'])
@Index('party_members_person', ['organizationId', 'personId'])
@Check('party_members_dates', 'left_on is null or left_on >= joined_on')
@Check(
  'party_members_relation',
  `relation in ('head', 'spouse', 'partner', 'child', 'parent', 'sibling', 'grandparent', 'grandchild', 'aunt_uncle', 'cousin', 'other_relative', 'unrelated', 'unknown')`,
)
@ForeignKey(() => Party, ['organizationId', 'partyId'], ['organizationId', 'id'], { name: 'party_members_party_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'party_members_person_fk' })
export class PartyMember {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'party_members_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'party_id' })
  partyId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text', { default: 'unknown' })
  relation: Relation;

  @Column('boolean', { name: 'is_head', default: false })
  isHead: boolean;

  @Column('date', { name: 'joined_on' })
  joinedOn: string;

  @Column('date', { name: 'left_on', nullable: true })
  leftOn: string | null;
}
