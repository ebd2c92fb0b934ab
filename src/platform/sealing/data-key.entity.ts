import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The wrapped key of one subject (a person, a manifest, a trip). Destroying the row makes what it sealed unreadable for good. */
@Entity('data_keys')
@Unique('data_keys_scope', ['organizationId', 'id'])
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'data_keys_organization_fk' })
export class DataKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'data_keys_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
