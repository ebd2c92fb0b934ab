import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from '../organizations/organization.entity';
import { User } from './user.entity';

/** Somebody signed in on one device. Only the hash of its token is stored; its times are those of the database. */
@Entity('sessions')
@Unique('sessions_scope', ['organizationId', 'id'])
@Unique('sessions_token_once', ['tokenHash'])
@Index('sessions_user', ['organizationId', 'userId'])
@ForeignKey(() => Organization, ['organizationId'], ['id'], { name: 'sessions_organization_fk' })
@ForeignKey(() => User, ['organizationId', 'userId'], ['organizationId', 'id'], { name: 'sessions_user_fk' })
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
