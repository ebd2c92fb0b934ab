import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from '../organizations/organization.entity';
import type { GrantScope } from './actor';
import { User } from './user.entity';

/** A role given to a user for a scope and a time. It is never changed: it runs out or is ended, and another is given. */
@Entity('role_grants')
@Unique('role_grants_scope_key', ['organizationId', 'id'])
@Check('role_grants_scope', `scope in ('organization', 'site', 'program', 'case') and (scope = 'organization') = (scope_id is null)`)
@Check('role_grants_dates', 'valid_to is null or valid_to >= valid_from')
@Exclusion(
  'role_grants_given_once',
  `USING gist (organization_id WITH =, user_id WITH =, role WITH =, scope WITH =, coalesce(scope_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (ended_at is null)`,
)
@Index('role_grants_user', ['organizationId', 'userId'])
@ForeignKey(() => Organization, ['organizationId'], ['id'], { name: 'role_grants_organization_fk' })
@ForeignKey(() => User, ['organizationId', 'userId'], ['organizationId', 'id'], { name: 'role_grants_user_fk' })
export class RoleGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_grants_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  role: string;

  @Column('text')
  scope: GrantScope;

  @Column('uuid', { name: 'scope_id', nullable: true })
  scopeId: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** The last day on which the role holds; none = until it is ended. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { name: 'granted_at', default: () => 'now()' })
  grantedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;
}
