import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from '../organizations/organization.entity';
import { User } from './user.entity';

export type TokenPurpose = 'invitation' | 'password-reset';

/** A mailed link that stands for an account once. Only the hash of its token is stored. */
@Entity('account_tokens')
@Unique('account_tokens_scope', ['organizationId', 'id'])
@Unique('account_tokens_token_once', ['tokenHash'])
@Check('account_tokens_purpose', `purpose in ('invitation', 'password-reset')`)
@Index('account_tokens_user', ['organizationId', 'userId'])
@ForeignKey(() => Organization, ['organizationId'], ['id'], { name: 'account_tokens_organization_fk' })
@ForeignKey(() => User, ['organizationId', 'userId'], ['organizationId', 'id'], { name: 'account_tokens_user_fk' })
export class AccountToken {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_tokens_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  purpose: TokenPurpose;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
