import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A key a client chose for one write, and the sealed answer it got. */
@Entity('idempotency_keys')
@Check('idempotency_keys_length', 'length(key) between 8 and 128')
@Index('idempotency_keys_age', ['organizationId', 'createdAt'])
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'idempotency_keys_organization_fk' })
export class IdempotencyKey {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'idempotency_keys_pk' })
  organizationId: string;

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'idempotency_keys_pk' })
  userId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pk' })
  key: string;

  @Column('bytea', { name: 'request_hash' })
  requestHash: Buffer;

  @Column('integer', { nullable: true })
  status: number | null;

  @Column('bytea', { name: 'response_sealed', nullable: true })
  responseSealed: Buffer | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
