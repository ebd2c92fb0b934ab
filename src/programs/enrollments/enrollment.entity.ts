import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../../people/person.entity';
import { Site } from '../../sites/site.entity';
import type { Basis } from '../eligibility/criterion';
import type { EligibilityVerdict } from '../eligibility/eligibility';
import { Program } from '../program.entity';
import type { EnrollmentState } from './enrollment.lifecycle';

/** Where an offer began. */
export const referralSources = ['site', 'partner', 'walk_in', 'self', 'other_program'] as const;
export type ReferralSource = (typeof referralSources)[number];

/** The place in which the reason to offer a program against a rule is sealed, under the key of the person. */
export const OVERRIDE_PLACE = 'enrollments.override';

const OFFER_IS_OPEN = "state in ('referred', 'contacted', 'consented', 'assessed', 'active', 'paused')";

/** A program that was offered to a person, and where they stand with it. */
@Entity('enrollments')
@Unique('enrollments_scope', ['organizationId', 'id'])
@Index('enrollments_one_live', ['organizationId', 'personId', 'programId'], { unique: true, where: `case_id is null and ${OFFER_IS_OPEN}` })
@Index('enrollments_one_live_in_case', ['organizationId', 'caseId', 'personId', 'programId'], { unique: true, where: `case_id is not null and ${OFFER_IS_OPEN}` })
@Index('enrollments_site', ['organizationId', 'siteId', 'state', 'id'])
@Index('enrollments_program', ['organizationId', 'programId', 'state', 'id'])
@Index('enrollments_person', ['organizationId', 'personId'])
@Index('enrollments_case', ['organizationId', 'caseId'], { where: 'case_id is not null' })
@Check('enrollments_state', `state in ('referred', 'contacted', 'consented', 'declined', 'assessed', 'active', 'paused', 'exited', 'follow_up')`)
@Check('enrollments_basis', `basis <@ array['parole', 'bond', 'atd', 'in_proceedings', 'pending_asylum', 'asylee', 'cuban_haitian_entrant', 'unknown']`)
@Check('enrollments_referred_by', `referred_by in ('site', 'partner', 'walk_in', 'self', 'other_program')`)
@Check('enrollments_end_said', `(state in ('declined', 'exited', 'follow_up')) = (end_reason is not null)`)
@Check('enrollments_override_said', 'overridden = (override_sealed is not null)')
@Check('enrollments_since_offer', 'state_since >= offered_on')
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'enrollments_program_fk' })
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'enrollments_site_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'enrollments_person_fk' })
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'enrollments_case_fk' })
export class Enrollment {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'enrollments_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  /** The site that offered it and whose workers carry it. */
  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** What those who were offered it together have in common. */
  @Column('uuid', { name: 'offer_id' })
  offerId: string;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId: string | null;

  @Column('text', { default: 'referred' })
  state: EnrollmentState;

  @Column('text', { array: true, default: [] })
  basis: Basis[];

  @Column('text', { name: 'referred_by' })
  referredBy: ReferralSource;

  @Column('date', { name: 'offered_on' })
  offeredOn: string;

  /** The day since which the state holds. */
  @Column('date', { name: 'state_since' })
  stateSince: string;

  /** Why it was declined or ended, from the program's own list. */
  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  /** What each rule said when it was offered, with the ids of the rules. */
  @Column('jsonb')
  eligibility: EligibilityVerdict;

  /** Whether it was offered although a rule said no or could not be answered. */
  @Column('boolean', { default: false })
  overridden: boolean;

  /** Why, sealed under the key of the person. */
  @Column('bytea', { name: 'override_sealed', nullable: true })
  overrideSealed: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
