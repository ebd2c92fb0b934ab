import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Says that bytes of the store are somebody's. Bytes without such a row are swept after a day. */
@Entity('stored_files')
@Unique('stored_files_scope', ['organizationId', 'id'])
@Unique('stored_files_name_once', ['organizationId', 'name'])
@Check('stored_files_bytes', 'bytes > 0')
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'stored_files_organization_fk' })
export class StoredFile {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'stored_files_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  /** Where the store keeps it: random, says nothing. */
  @Column('text')
  name: string;

  /** How many sealed bytes lie there. */
  @Column('integer')
  bytes: number;

  @Column('timestamptz', { name: 'stored_at', default: () => 'now()' })
  storedAt: Date;
}
