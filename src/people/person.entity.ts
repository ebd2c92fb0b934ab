import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DataKey } from '../platform/sealing/data-key.entity';
import type { AgeBand } from './age';

/** What is known about a person's A-number. */
export const aNumberStatuses = ['verified', 'stated', 'missing', 'refused'] as const;
export type ANumberStatus = (typeof aNumberStatuses)[number];

export const sexes = ['female', 'male', 'other', 'undisclosed'] as const;
export type Sex = (typeof sexes)[number];

/** The paper that shows when somebody was released. */
export const releaseEvidences = ['i94', 'nta', 'release_order', 'parole_notice', 'manifest', 'stated'] as const;
export type ReleaseEvidence = (typeof releaseEvidences)[number];

export const releasers = ['cbp', 'ice', 'orr', 'unknown'] as const;
export type Releaser = (typeof releasers)[number];

/** What a bed or a day in the house must allow for. */
export const personNeeds = [
  'crib', 'lower_bunk', 'wheelchair', 'ground_floor', 'private_room', 'quiet_room', 'medication_storage', 'pregnant', 'special_diet',
] as const;
export type PersonNeed = (typeof personNeeds)[number];

/** Where the question stands whether a minor is safe with whom they came. */
export type ProtectionState = 'none' | 'required' | 'cleared';

/** A person: what the work of a house needs in clear, and one envelope with everything that identifies them. */
@Entity('persons')
@Unique('persons_scope', ['organizationId', 'id'])
@Index('persons_search', { synchronize: false })
@Index('persons_a_number', ['organizationId', 'aNumberIndex'], { where: 'a_number_index is not null' })
@Check('persons_a_number_status', `a_number_status in ('verified', 'stated', 'missing', 'refused')`)
@Check('persons_a_number_indexed', `(a_number_index is not null) = (a_number_status in ('verified', 'stated'))`)
@Check('persons_sex', `sex is null or sex in ('female', 'male', 'other', 'undisclosed')`)
@Check('persons_age_band', `age_band in ('infant', 'child', 'teen', 'adult', 'older', 'unknown')`)
@Check('persons_protection_review', `protection_review in ('none', 'required', 'cleared')`)
@Check(
  'persons_release_evidence',
  `release_evidence is null or release_evidence in ('i94', 'nta', 'release_order', 'parole_notice', 'manifest', 'stated')`,
)
@Check('persons_released_by', `released_by is null or released_by in ('cbp', 'ice', 'orr', 'unknown')`)
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'persons_organization_fk' })
@ForeignKey('sites', ['organizationId', 'metSiteId'], ['organizationId', 'id'], { name: 'persons_met_site_fk' })
@ForeignKey(() => DataKey, ['organizationId', 'id'], ['organizationId', 'id'], { name: 'persons_key_fk' })
export class Person {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'persons_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('bytea', { select: false })
  sealed: Buffer;

  @Column('integer', { name: 'search_tokens', array: true, default: [], select: false })
  searchTokens: number[];

  @Column('bytea', { name: 'a_number_index', nullable: true, select: false })
  aNumberIndex: Buffer | null;

  @Column('text', { name: 'a_number_status', default: 'missing' })
  aNumberStatus: ANumberStatus;

  @Column('text', { nullable: true })
  sex: Sex | null;

  @Column('text', { name: 'age_band', default: 'unknown' })
  ageBand: AgeBand;

  @Column('text', { name: 'language_spoken', nullable: true })
  languageSpoken: string | null;

  @Column('text', { name: 'language_read', nullable: true })
  languageRead: string | null;

  @Column('boolean', { name: 'interpreter_needed', default: false })
  interpreterNeeded: boolean;

  @Column('text', { array: true, default: [] })
  needs: string[];

  @Column('date', { name: 'released_on', nullable: true })
  releasedOn: string | null;

  @Column('text', { name: 'release_evidence', nullable: true })
  releaseEvidence: ReleaseEvidence | null;

  @Column('text', { name: 'released_by', nullable: true })
  releasedBy: Releaser | null;

  @Column('text', { name: 'protection_review', default: 'none' })
  protectionReview: ProtectionState;

  /** The site that recorded the person, so that somebody without a party yet is seen there. */
  @Column('uuid', { name: 'met_site_id', nullable: true })
  metSiteId: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
