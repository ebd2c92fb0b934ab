import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Compartment } from './case-compartment-grant.entity';
import { Case } from './case.entity';

export const caseEventKinds = [
  'opened', 'worker_added', 'worker_ended', 'lead_changed', 'sealed', 'unsealed', 'compartment_given', 'compartment_ended', 'acuity_changed', 'closing_asked',
  'closing_withdrawn', 'closed', 'reopened',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

/** Something that happened to a case itself. */
@Entity('case_events')
@Unique('case_events_scope', ['organizationId', 'id'])
@Index('case_events_case', ['organizationId', 'caseId', 'id'])
@Check(
  'case_events_kind',
  `kind in ('opened', 'worker_added', 'worker_ended', 'lead_changed', 'sealed', 'unsealed', 'compartment_given', 'compartment_ended',
          'acuity_changed', 'closing_asked', 'closing_withdrawn', 'closed', 'reopened')`,
)
@Check('case_events_compartment', `about_compartment in ('legal', 'health', 'protection', 'child')`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'case_events_case_fk' })
@ForeignKey('users', ['organizationId', 'aboutUserId'], ['organizationId', 'id'], { name: 'case_events_about_user_fk' })
export class CaseEvent {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_events_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text')
  kind: CaseEventKind;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt: Date;

  @Column('uuid', { name: 'by_user_id', nullable: true })
  byUserId: string | null;

  /** The colleague whom it concerns. */
  @Column('uuid', { name: 'about_user_id', nullable: true })
  aboutUserId: string | null;

  @Column('text', { name: 'about_compartment', nullable: true })
  aboutCompartment: Compartment | null;

  /** Why, sealed under the key of the case. */
  @Column('bytea', { name: 'reason_sealed', nullable: true })
  reasonSealed: Buffer | null;
}
