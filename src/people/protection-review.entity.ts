import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Party } from './party.entity';
import { Person } from './person.entity';
import type { ProtectionReason } from './protection';

export type ProtectionReviewState = 'open' | 'cleared' | 'escalated';

/** The question whether a minor is safe with whom they came, and what a coordinator or supervisor decided. */
@Entity('protection_reviews')
@Unique('protection_reviews_scope', ['organizationId', 'id'])
@Index('protection_reviews_one_open', ['organizationId', 'personId', 'partyId'], { unique: true, where: "state = 'open'" })
@Index('protection_reviews_person', ['organizationId', 'personId'])
@Check('protection_reviews_reason', `reason in ('minor_without_parent', 'minor_alone')`)
@Check('protection_reviews_state', `state in ('open', 'cleared', 'escalated')`)
@Check('protection_reviews_decided', `(state = 'open') = (decided_at is null)`)
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'protection_reviews_person_fk' })
@ForeignKey(() => Party, ['organizationId', 'partyId'], ['organizationId', 'id'], { name: 'protection_reviews_party_fk' })
export class ProtectionReview {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'protection_reviews_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'party_id' })
  partyId: string;

  @Column('text')
  reason: ProtectionReason;

  @Column('text', { default: 'open' })
  state: ProtectionReviewState;

  @Column('timestamptz', { name: 'raised_at', default: () => 'now()' })
  raisedAt: Date;

  @Column('uuid', { name: 'raised_by', nullable: true })
  raisedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('bytea', { name: 'note_sealed', nullable: true, select: false })
  noteSealed: Buffer | null;
}
