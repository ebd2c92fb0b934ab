import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CaseClosing } from './case-closing.entity';

export const followUpStates = ['planned', 'done', 'cancelled'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** How it was when somebody asked again. */
export const followUpOutcomes = ['doing_well', 'needs_help', 'not_reached', 'declined'] as const;
export type FollowUpOutcome = (typeof followUpOutcomes)[number];

/** A call some time after a case closed, for those who agreed to it. */
@Entity('case_follow_ups')
@Unique('case_follow_ups_scope', ['organizationId', 'id'])
@Unique('case_follow_ups_once', ['organizationId', 'closingId', 'afterDays'])
@Index('case_follow_ups_case', ['organizationId', 'caseId'])
@Index('case_follow_ups_due', ['organizationId', 'dueOn'], { where: "state = 'planned'" })
@Check('case_follow_ups_state', `state in ('planned', 'done', 'cancelled')`)
@Check('case_follow_ups_outcome', `outcome in ('doing_well', 'needs_help', 'not_reached', 'declined')`)
@Check('case_follow_ups_done_says_how', `(state = 'done') = (outcome is not null) and (state = 'done') = (recorded_at is not null)`)
@ForeignKey(() => CaseClosing, ['organizationId', 'closingId', 'caseId'], ['organizationId', 'id', 'caseId'], { name: 'case_follow_ups_closing_fk' })
export class CaseFollowUp {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_follow_ups_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'closing_id' })
  closingId: string;

  @Column('integer', { name: 'after_days' })
  afterDays: number;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('text', { default: 'planned' })
  state: FollowUpState;

  @Column('text', { nullable: true })
  outcome: FollowUpOutcome | null;

  /** What was said, sealed under the key of the case. */
  @Column('bytea', { name: 'note_sealed', nullable: true })
  noteSealed: Buffer | null;

  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt: Date | null;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
