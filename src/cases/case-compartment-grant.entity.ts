import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from './case.entity';

/** What only those see who were let in by name, whatever their role (practice notes 6.2: sealed classes of data). */
export const compartments = ['legal', 'health', 'protection', 'child'] as const;
export type Compartment = (typeof compartments)[number];

/** A colleague who was let into a compartment of a case. */
@Entity('case_compartment_grants')
@Unique('case_compartment_grants_scope', ['organizationId', 'id'])
@Index('case_compartment_grants_once', ['organizationId', 'caseId', 'userId', 'compartment'], { unique: true, where: 'ended_at is null' })
@Check('case_compartment_grants_compartment', `compartment in ('legal', 'health', 'protection', 'child')`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'case_compartment_grants_case_fk' })
@ForeignKey('users', ['organizationId', 'userId'], ['organizationId', 'id'], { name: 'case_compartment_grants_user_fk' })
export class CaseCompartmentGrant {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_compartment_grants_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  compartment: Compartment;

  @Column('timestamptz', { name: 'granted_at', default: () => 'now()' })
  grantedAt: Date;

  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;
}
