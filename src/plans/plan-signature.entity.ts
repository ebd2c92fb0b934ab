import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../cases/case.entity';
import { Person } from '../people/person.entity';
import { Plan } from './plan.entity';

export const signatureWays = ['on_screen', 'on_paper'] as const;
export type SignatureWay = (typeof signatureWays)[number];

/** Who interpreted when the plan was read. */
export const planInterpreters = ['telephone', 'staff', 'agency', 'volunteer'] as const;
export type PlanInterpreter = (typeof planInterpreters)[number];

/** A participant signed a version of their plan. */
@Entity('plan_signatures')
@Unique('plan_signatures_scope', ['organizationId', 'id'])
@Unique('plan_signatures_once', ['organizationId', 'planId', 'personId', 'planVersion'])
@Index('plan_signatures_case', ['organizationId', 'caseId'])
@Check('plan_signatures_how', `how in ('on_screen', 'on_paper')`)
@Check('plan_signatures_image_when_on_screen', `(how = 'on_screen') = (image_sealed is not null)`)
@Check('plan_signatures_interpreter', `interpreter in ('telephone', 'staff', 'agency', 'volunteer')`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'plan_signatures_case_fk' })
@ForeignKey(() => Plan, ['organizationId', 'planId'], ['organizationId', 'id'], { name: 'plan_signatures_plan_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'plan_signatures_person_fk' })
export class PlanSignature {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_signatures_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'plan_id' })
  planId: string;

  /** The version that was read to them or by them. */
  @Column('integer', { name: 'plan_version' })
  planVersion: number;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  how: SignatureWay;

  /** The picture of the signature, sealed under the key of the case. */
  @Column('bytea', { name: 'image_sealed', nullable: true })
  imageSealed: Buffer | null;

  @Column('date', { name: 'signed_on' })
  signedOn: string;

  /** The language in which it was read. */
  @Column('text')
  language: string;

  @Column('text', { nullable: true })
  interpreter: PlanInterpreter | null;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
