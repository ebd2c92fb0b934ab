import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from './case.entity';

/** What a supervisor is asked to approve. */
export const approvalSubjects = ['assessment', 'plan', 'closure'] as const;
export type ApprovalSubject = (typeof approvalSubjects)[number];

export const approvalStates = ['requested', 'approved', 'returned', 'withdrawn'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** A supervisor's answer to an assessment, a plan or a closure, or that it is waited for. */
@Entity('case_approvals')
@Unique('case_approvals_scope', ['organizationId', 'id'])
@Index('case_approvals_one_open', ['organizationId', 'subject', 'subjectId'], { unique: true, where: "state = 'requested'" })
@Index('case_approvals_waiting', ['organizationId', 'id'], { where: "state = 'requested'" })
@Index('case_approvals_case', ['organizationId', 'caseId'])
@Check('case_approvals_subject', `subject in ('assessment', 'plan', 'closure')`)
@Check('case_approvals_state', `state in ('requested', 'approved', 'returned', 'withdrawn')`)
@Check('case_approvals_decided', `(state = 'requested') = (decided_at is null)`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'case_approvals_case_fk' })
export class CaseApproval {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_approvals_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text')
  subject: ApprovalSubject;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text', { default: 'requested' })
  state: ApprovalState;

  @Column('timestamptz', { name: 'requested_at', default: () => 'now()' })
  requestedAt: Date;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  /** What the supervisor wrote to the worker, sealed under the key of the case. */
  @Column('bytea', { name: 'note_sealed', nullable: true })
  noteSealed: Buffer | null;
}
