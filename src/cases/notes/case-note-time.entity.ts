import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Compartment } from '../case-compartment-grant.entity';
import { CaseNote } from './case-note.entity';

/** That somebody recorded the time of a contact as their own working time: where in the service ledger it stands. */
@Entity('case_note_times')
@Unique('case_note_times_scope', ['organizationId', 'id'])
@Unique('case_note_times_batch_once', ['organizationId', 'batchId'])
@Index('case_note_times_note', ['organizationId', 'noteId'])
@ForeignKey(() => CaseNote, ['organizationId', 'noteId', 'caseId'], ['organizationId', 'id', 'caseId'], { name: 'case_note_times_note_fk' })
@ForeignKey('users', ['organizationId', 'userId'], ['organizationId', 'id'], { name: 'case_note_times_user_fk' })
@ForeignKey('service_batches', ['organizationId', 'batchId'], ['organizationId', 'id'], { name: 'case_note_times_batch_fk' })
export class CaseNoteTime {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_note_times_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { nullable: true })
  compartment: Compartment | null;

  @Column('uuid', { name: 'note_id' })
  noteId: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** What was logged. Whether it still stands, the ledger says. */
  @Column('uuid', { name: 'batch_id' })
  batchId: string;
}
