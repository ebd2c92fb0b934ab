import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Compartment } from '../case-compartment-grant.entity';
import { Case } from '../case.entity';

/** How somebody was in touch. */
export const contactModes = ['in_person', 'phone', 'video', 'message', 'home_visit', 'with_family', 'letter', 'other'] as const;
export type ContactMode = (typeof contactModes)[number];

/** Who interpreted. */
export const interpreters = ['none', 'staff', 'telephone', 'agency', 'volunteer'] as const;
export type Interpreter = (typeof interpreters)[number];

/** How a note is laid out: as one text, as data, assessment, plan, or as subjective, objective, assessment, plan. */
export const noteFormats = ['free', 'dap', 'soap'] as const;
export type NoteFormat = (typeof noteFormats)[number];

/** The place the text of a note is sealed for. */
export const NOTE_PLACE = 'case_notes.body_sealed';

/** The text of a note by section, and who was there besides the participants. */
export type NoteBody = {
  sections: Record<string, string>;
  othersPresent: string | null;
};

/** A contact with a participant. A draft belongs to its author; once signed it is never changed, only corrected by another note. */
@Entity('case_notes')
@Unique('case_notes_scope', ['organizationId', 'id'])
@Unique('case_notes_of_case', ['organizationId', 'id', 'caseId'])
@Unique('case_notes_of_author', ['organizationId', 'id', 'authorId'])
@Index('case_notes_case', ['organizationId', 'caseId', 'contactOn', 'id'])
@Index('case_notes_corrections', ['organizationId', 'correctsId'], { where: 'corrects_id is not null' })
@Index('case_notes_drafts', ['organizationId', 'authorId', 'savedAt'], { where: 'signed_at is null' })
@Check('case_notes_compartment', `compartment in ('legal', 'health', 'protection', 'child')`)
@Check('case_notes_mode', `mode in ('in_person', 'phone', 'video', 'message', 'home_visit', 'with_family', 'letter', 'other')`)
@Check('case_notes_interpreter', `interpreter in ('none', 'staff', 'telephone', 'agency', 'volunteer')`)
@Check('case_notes_format', `format in ('free', 'dap', 'soap')`)
@Check('case_notes_minutes', 'minutes between 1 and 960')
@Check('case_notes_language', 'length(language) between 2 and 20')
@Check('case_notes_signed_whole', '(signed_at is null) = (signed_by is null)')
@Check('case_notes_signed_by_author', 'signed_by = author_id')
@Check('case_notes_corrects_another', 'corrects_id <> id')
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'case_notes_case_fk' })
@ForeignKey('users', ['organizationId', 'authorId'], ['organizationId', 'id'], { name: 'case_notes_author_fk' })
@ForeignKey(() => CaseNote, ['organizationId', 'correctsId', 'caseId'], ['organizationId', 'id', 'caseId'], { name: 'case_notes_corrects_fk' })
export class CaseNote {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_notes_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { nullable: true })
  compartment: Compartment | null;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  /** When they were in touch; when that was written down is `recordedAt`. */
  @Column('date', { name: 'contact_on' })
  contactOn: string;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Date;

  @Column('text')
  mode: ContactMode;

  /** The language they spoke, as a tag (es, ht, pt). */
  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { default: 'none' })
  interpreter: Interpreter;

  @Column('integer', { nullable: true })
  minutes: number | null;

  @Column('text', { default: 'free' })
  format: NoteFormat;

  /** A `NoteBody`, sealed under the key of the case. */
  @Column('bytea', { name: 'body_sealed', select: false })
  bodySealed: Buffer;

  /** The note that this one corrects; always the first of a chain. */
  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'saved_at', default: () => 'now()' })
  savedAt: Date;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt: Date | null;

  @Column('uuid', { name: 'signed_by', nullable: true })
  signedBy: string | null;
}
