import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Compartment } from '../case-compartment-grant.entity';
import { CaseNote } from './case-note.entity';

/** A participant who was there. Fixed when the note is signed. */
@Entity('case_note_people')
@Unique('case_note_people_scope', ['organizationId', 'id'])
@Unique('case_note_people_once', ['organizationId', 'noteId', 'personId'])
@Index('case_note_people_person', ['organizationId', 'personId'])
@ForeignKey(() => CaseNote, ['organizationId', 'noteId', 'caseId'], ['organizationId', 'id', 'caseId'], { name: 'case_note_people_note_fk' })
@ForeignKey('persons', ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'case_note_people_person_fk' })
export class CaseNotePerson {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_note_people_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { nullable: true })
  compartment: Compartment | null;

  @Column('uuid', { name: 'note_id' })
  noteId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;
}
