import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../people/person.entity';
import { Case } from './case.entity';

/** `participant` takes part in a program; `family` is named because the plan concerns them. */
export const caseMemberRoles = ['participant', 'family'] as const;
export type CaseMemberRole = (typeof caseMemberRoles)[number];

/** Somebody whom a case is about. */
@Entity('case_members')
@Unique('case_members_scope', ['organizationId', 'id'])
@Index('case_members_once', ['organizationId', 'caseId', 'personId'], { unique: true, where: 'left_on is null' })
@Index('case_members_person', ['organizationId', 'personId'])
@Check('case_members_role', `role in ('participant', 'family')`)
@Check('case_members_dates', 'left_on is null or left_on >= joined_on')
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'case_members_case_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'case_members_person_fk' })
export class CaseMember {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_members_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text', { default: 'participant' })
  role: CaseMemberRole;

  @Column('date', { name: 'joined_on' })
  joinedOn: string;

  @Column('date', { name: 'left_on', nullable: true })
  leftOn: string | null;
}
