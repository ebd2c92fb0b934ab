import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Party } from '../people/party.entity';
import { Person } from '../people/person.entity';
import { Manifest } from './manifest.entity';
import type { RowDecision, RowState } from './manifest/row-state';
import type { ProblemCode, SkipReason } from './manifest/row-problems';

/** One line of a list, staged: what it says is sealed under the key of its list; state, reasons and ids are in clear. */
@Entity('manifest_rows')
@Index('manifest_rows_state_page', ['organizationId', 'manifestId', 'state', 'rowNumber'])
@Index('manifest_rows_name', ['organizationId', 'manifestId', 'nameIndex'], { where: 'name_index is not null' })
@Index('manifest_rows_a_number', ['organizationId', 'manifestId', 'aNumberIndex'], { where: 'a_number_index is not null' })
@Index('manifest_rows_group', ['organizationId', 'manifestId', 'groupIndex'], { where: 'group_index is not null' })
@Index('manifest_rows_person', ['organizationId', 'personId'], { where: 'person_id is not null' })
@Check('manifest_rows_state', `state in ('problem', 'match', 'ready', 'admitted', 'set_aside')`)
@Check('manifest_rows_decision', `decision is null or decision in ('same', 'different')`)
@Check('manifest_rows_same_names_someone', `(decision = 'same') = (decided_person_id is not null) or decision is null`)
@ForeignKey(() => Manifest, ['organizationId', 'manifestId'], ['organizationId', 'id'], { name: 'manifest_rows_manifest_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'manifest_rows_person_fk' })
@ForeignKey(() => Person, ['organizationId', 'decidedPersonId'], ['organizationId', 'id'], { name: 'manifest_rows_decided_fk' })
@ForeignKey(() => Party, ['organizationId', 'partyId'], ['organizationId', 'id'], { name: 'manifest_rows_party_fk' })
export class ManifestRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'manifest_rows_pk' })
  organizationId: string;

  @PrimaryColumn('uuid', { name: 'manifest_id', primaryKeyConstraintName: 'manifest_rows_pk' })
  manifestId: string;

  @PrimaryColumn('integer', { name: 'row_number', primaryKeyConstraintName: 'manifest_rows_pk' })
  rowNumber: number;

  @Column('bytea')
  sealed: Buffer;

  /** Fingerprints of the family group, the name and the A-number, so that rows can be compared without being opened. */
  @Column('bytea', { name: 'group_index', nullable: true })
  groupIndex: Buffer | null;

  @Column('bytea', { name: 'name_index', nullable: true })
  nameIndex: Buffer | null;

  @Column('bytea', { name: 'a_number_index', nullable: true })
  aNumberIndex: Buffer | null;

  @Column('text')
  state: RowState;

  @Column('text', { array: true, default: [] })
  problems: (ProblemCode | SkipReason)[];

  @Column('uuid', { name: 'match_ids', array: true, default: [] })
  matchIds: string[];

  @Column('text', { nullable: true })
  decision: RowDecision | null;

  @Column('uuid', { name: 'decided_person_id', nullable: true })
  decidedPersonId: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('uuid', { name: 'party_id', nullable: true })
  partyId: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
