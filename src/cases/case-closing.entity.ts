import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CaseCloseReason } from './case-close-reason.entity';
import { Case } from './case.entity';

export const closingStates = ['requested', 'closed', 'returned', 'withdrawn', 'reopened'] as const;
export type ClosingState = (typeof closingStates)[number];

/** Where somebody lives after a case, as the list of destinations calls it. */
export const destinations = ['own_home', 'with_family', 'with_friends', 'shared_housing', 'another_program', 'shelter', 'hotel', 'facility', 'detention', 'abroad', 'other', 'unknown'] as const;
export type Destination = (typeof destinations)[number];

/** What is written down when a case closes; it lies sealed under the key of the case. */
export interface ClosingText {
  summary: string;
  remains: string;
  partner: string;
  contactAttempts: string;
}

/** The place a closing's texts are sealed for. */
export const CLOSING_PLACE = 'case_closings.sealed';

/** One closing of a case: asked for, approved or sent back by a supervisor, perhaps undone by a reopening. */
@Entity('case_closings')
@Unique('case_closings_scope', ['organizationId', 'id'])
@Unique('case_closings_of_case', ['organizationId', 'id', 'caseId'])
@Index('case_closings_one_at_a_time', ['organizationId', 'caseId'], { unique: true, where: "state in ('requested', 'closed')" })
@Check('case_closings_state', `state in ('requested', 'closed', 'returned', 'withdrawn', 'reopened')`)
@Check('case_closings_ended', `(state in ('requested', 'closed')) = (ended_at is null)`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'case_closings_case_fk' })
@ForeignKey(() => CaseCloseReason, ['organizationId', 'reason'], ['organizationId', 'code'], { name: 'case_closings_reason_fk' })
export class CaseClosing {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_closings_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { default: 'requested' })
  state: ClosingState;

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  destination: Destination | null;

  @Column('boolean', { name: 'follow_up_consented' })
  followUpConsented: boolean;

  @Column('date', { name: 'closes_on' })
  closesOn: string;

  @Column('bytea')
  sealed: Buffer;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  /** When it was sent back, withdrawn or undone. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
