import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from './case.entity';

export const caseWorkerRoles = ['lead', 'team'] as const;
export type CaseWorkerRole = (typeof caseWorkerRoles)[number];

/** A colleague on the team of a case. Row level security asks this table who sees a sealed case. */
@Entity('case_workers')
@Unique('case_workers_scope', ['organizationId', 'id'])
@Index('case_workers_once', ['organizationId', 'caseId', 'userId'], { unique: true, where: 'ended_at is null' })
@Index('case_workers_one_lead', ['organizationId', 'caseId'], { unique: true, where: "ended_at is null and role = 'lead'" })
@Index('case_workers_user', ['organizationId', 'userId'], { where: 'ended_at is null' })
@Check('case_workers_role', `role in ('lead', 'team')`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'case_workers_case_fk' })
@ForeignKey('users', ['organizationId', 'userId'], ['organizationId', 'id'], { name: 'case_workers_user_fk' })
export class CaseWorker {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_workers_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text', { default: 'team' })
  role: CaseWorkerRole;

  @Column('timestamptz', { name: 'started_at', default: () => 'now()' })
  startedAt: Date;

  @Column('uuid', { name: 'started_by', nullable: true })
  startedBy: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;
}
