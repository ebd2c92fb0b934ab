import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from '../organizations/organization.entity';

/** An account: invited until the first password is chosen, then active, or disabled. */
export const userStatuses = ['invited', 'active', 'disabled'] as const;
export type UserStatus = (typeof userStatuses)[number];

/** The languages of screens and mails. */
export const userLanguages = ['en', 'es'] as const;
export type UserLanguage = (typeof userLanguages)[number];

/** Somebody who works here. */
@Entity('users')
@Unique('users_scope', ['organizationId', 'id'])
@Unique('users_email_once', ['organizationId', 'email'])
@Check('users_email_lower_case', 'email = lower(email)')
@Check('users_status', `status in ('invited', 'active', 'disabled')`)
@Index('users_sign_in', ['email'])
@ForeignKey(() => Organization, ['organizationId'], ['id'], { name: 'users_organization_fk' })
export class User {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  email: string;

  @Column('text', { name: 'full_name' })
  fullName: string;

  @Column('text', { default: 'en' })
  language: string;

  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash: string | null;

  @Column('text', { default: 'invited' })
  status: UserStatus;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_signed_in_at', nullable: true })
  lastSignedInAt: Date | null;
}
