import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Compartment } from '../case-compartment-grant.entity';
import { CaseNote } from './case-note.entity';

/** A colleague's signature under somebody else's note, or that it is waited for. */
@Entity('case_note_cosignatures')
@Unique('case_note_cosignatures_scope', ['organizationId', 'id'])
@Unique('case_note_cosignatures_once', ['organizationId', 'noteId', 'userId'])
@Index('case_note_cosignatures_waiting', ['organizationId', 'userId'], { where: 'signed_at is null' })
@Check('case_note_cosignatures_not_own', 'user_id <> author_id')
@ForeignKey(() => CaseNote, ['organizationId', 'noteId', 'caseId'], ['organizationId', 'id', 'caseId'], { name: 'case_note_cosignatures_note_fk' })
@ForeignKey(() => CaseNote, ['organizationId', 'noteId', 'authorId'], ['organizationId', 'id', 'authorId'], { name: 'case_note_cosignatures_author_fk' })
@ForeignKey('users', ['organizationId', 'userId'], ['organizationId', 'id'], { name: 'case_note_cosignatures_user_fk' })
export class CaseNoteCosignature {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_note_cosignatures_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { nullable: true })
  compartment: Compartment | null;

  @Column('uuid', { name: 'note_id' })
  noteId: string;

  /** Who wrote the note, kept here so that the database refuses their own co-signature. */
  @Column('uuid', { name: 'author_id' })
  authorId: string;

  /** Who signs. */
  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('timestamptz', { name: 'asked_at', default: () => 'now()' })
  askedAt: Date;

  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy: string | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt: Date | null;
}
