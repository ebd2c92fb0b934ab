import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { KeptType } from '../../platform/files/taken-file';
import { StoredFile } from '../../platform/files/stored-file.entity';
import { Case } from '../case.entity';
import type { Compartment } from '../case-compartment-grant.entity';

/** What a file on a case is. */
export const caseFileKinds = [
  'identity', 'court_notice', 'immigration', 'work_permit', 'lease', 'benefits', 'school', 'health', 'employment', 'signature_page', 'consent_form', 'other',
] as const;
export type CaseFileKind = (typeof caseFileKinds)[number];

/** A file that was put on a case. When it is removed its bytes go and the row stays, so that it is known that there was one. */
@Entity('case_files')
@Unique('case_files_scope', ['organizationId', 'id'])
@Unique('case_files_stored_once', ['organizationId', 'storedFileId'])
@Index('case_files_case', ['organizationId', 'caseId', 'id'])
@Index('case_files_same_once', ['organizationId', 'caseId', 'fingerprint'], { unique: true, where: 'removed_at is null and compartment is null' })
@Index('case_files_same_in_compartment_once', ['organizationId', 'caseId', 'compartment', 'fingerprint'], { unique: true, where: 'removed_at is null and compartment is not null' })
@Index('case_files_expire', ['organizationId', 'expiresOn'], { where: 'removed_at is null and expires_on is not null' })
@Check('case_files_kind', `kind in ('identity', 'court_notice', 'immigration', 'work_permit', 'lease', 'benefits', 'school', 'health', 'employment', 'signature_page', 'consent_form', 'other')`)
@Check('case_files_compartment', `compartment in ('legal', 'health', 'protection', 'child')`)
@Check('case_files_removed_whole', '(removed_at is null) = (stored_file_id is not null)')
@Check('case_files_dates', 'expires_on is null or document_date is null or expires_on >= document_date')
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'case_files_case_fk' })
@ForeignKey(() => StoredFile, ['organizationId', 'storedFileId'], ['organizationId', 'id'], { name: 'case_files_stored_fk' })
export class CaseFile {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_files_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  /** Only who was let into this part of the case by name knows of the file; null for the whole team. */
  @Column('text', { nullable: true })
  compartment: Compartment | null;

  @Column('text')
  kind: CaseFileKind;

  /** What it is called, sealed under the key of the case. */
  @Column('bytea', { name: 'title_sealed' })
  titleSealed: Buffer;

  @Column('text')
  mime: KeptType;

  /** How large it is when opened. */
  @Column('integer')
  bytes: number;

  /** A keyed fingerprint of what was sent, to know the same file when it comes again. */
  @Column('bytea')
  fingerprint: Buffer;

  @Column('uuid', { name: 'stored_file_id', nullable: true })
  storedFileId: string | null;

  /** The day the document itself bears. */
  @Column('date', { name: 'document_date', nullable: true })
  documentDate: string | null;

  /** The last day on which it is good. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'uploaded_at', default: () => 'now()' })
  uploadedAt: Date;

  @Column('uuid', { name: 'uploaded_by', nullable: true })
  uploadedBy: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column('uuid', { name: 'removed_by', nullable: true })
  removedBy: string | null;
}
