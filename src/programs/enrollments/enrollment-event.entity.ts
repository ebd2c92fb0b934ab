import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { EnrollmentState } from './enrollment.lifecycle';
import { Enrollment } from './enrollment.entity';

/** One step of an enrollment: what it was, what it became, on which day and why. Never rewritten. */
@Entity('enrollment_events')
@Unique('enrollment_events_scope', ['organizationId', 'id'])
@Index('enrollment_events_enrollment', ['organizationId', 'enrollmentId', 'id'])
@Check('enrollment_events_moves', 'from_state is distinct from to_state')
@ForeignKey(() => Enrollment, ['organizationId', 'enrollmentId'], ['organizationId', 'id'], { name: 'enrollment_events_enrollment_fk' })
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'enrollment_events_case_fk' })
export class EnrollmentEvent {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'enrollment_events_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'enrollment_id' })
  enrollmentId: string;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId: string | null;

  /** Null for the offer itself. */
  @Column('text', { name: 'from_state', nullable: true })
  fromState: EnrollmentState | null;

  @Column('text', { name: 'to_state' })
  toState: EnrollmentState;

  @Column('date', { name: 'happened_on' })
  happenedOn: string;

  /** A code of the program's list of reasons. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
