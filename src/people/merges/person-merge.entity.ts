import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../person.entity';

/**
 * That two records are about the same person. The merged record stays as it is and points to the kept one, which shows the history of
 * both; taking it back ends the row and nothing else.
 */
@Entity('person_merges')
@Unique('person_merges_scope', ['organizationId', 'id'])
@Index('person_merges_once', ['organizationId', 'mergedId'], { unique: true, where: 'undone_at is null' })
@Index('person_merges_kept', ['organizationId', 'keptId'])
@Check('person_merges_two_records', 'kept_id <> merged_id')
@ForeignKey(() => Person, ['organizationId', 'keptId'], ['organizationId', 'id'], { name: 'person_merges_kept_fk' })
@ForeignKey(() => Person, ['organizationId', 'mergedId'], ['organizationId', 'id'], { name: 'person_merges_merged_fk' })
export class PersonMerge {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'person_merges_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'kept_id' })
  keptId: string;

  @Column('uuid', { name: 'merged_id' })
  mergedId: string;

  /** Why, sealed under the key of the kept record. */
  @Column('bytea', { name: 'reason_sealed' })
  reasonSealed: Buffer;

  @Column('timestamptz', { name: 'merged_at', default: () => 'now()' })
  mergedAt: Date;

  @Column('uuid', { name: 'merged_by', nullable: true })
  mergedBy: string | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('uuid', { name: 'undone_by', nullable: true })
  undoneBy: string | null;
}
