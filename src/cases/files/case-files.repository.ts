import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';
import type { KeptType } from '../../platform/files/taken-file';
import type { Compartment } from '../case-compartment-grant.entity';
import type { CaseFileKind } from './case-file.entity';

/** A file of a case with the names of the colleagues who brought and removed it. */
export interface CaseFileRow {
  id: string;
  caseId: string;
  compartment: Compartment | null;
  kind: CaseFileKind;
  titleSealed: Buffer;
  mime: KeptType;
  bytes: number;
  storedFileId: string | null;
  storedName: string | null;
  documentDate: string | null;
  expiresOn: string | null;
  version: number;
  uploadedAt: Date;
  uploadedBy: string | null;
  removedAt: Date | null;
  removedBy: string | null;
}

/** A new file. */
export interface NewCaseFile {
  id: string;
  caseId: string;
  compartment: Compartment | null;
  kind: CaseFileKind;
  titleSealed: Buffer;
  mime: KeptType;
  bytes: number;
  fingerprint: Buffer;
  storedFileId: string;
  documentDate: string | null;
  expiresOn: string | null;
}

/** What is changed about a file. */
export interface CaseFileChange {
  titleSealed: Buffer;
  kind: CaseFileKind;
  documentDate: string | null;
  expiresOn: string | null;
}

/** The rows of files on cases. Row level security leaves out those of sealed cases and of compartments that are shut. */
@Injectable()
export class CaseFilesRepository {
  constructor(private readonly tx: Tx) {}

  /** A file, or null. */
  async find(id: string): Promise<CaseFileRow | null> {
    const [row] = await this.tx.rows<CaseFileRow>(ONE, [this.own, id]);
    return row ?? null;
  }

  /** The files of a case from one on: what expires first, the newest of the others, removed ones last. */
  page(caseId: string, after: string | null, limit: number): Promise<CaseFileRow[]> {
    return this.tx.rows(PAGE, [this.own, caseId, after, limit]);
  }

  /** The file with the same content in the same part of the case, unless it was removed. */
  async same(caseId: string, compartment: Compartment | null, fingerprint: Buffer): Promise<CaseFileRow | null> {
    const [row] = await this.tx.rows<CaseFileRow>(SAME, [this.own, caseId, compartment, fingerprint]);
    return row ?? null;
  }

  async insert(file: NewCaseFile): Promise<void> {
    await this.tx.write(INSERT, [
      this.own, file.id, file.caseId, file.compartment, file.kind, file.titleSealed, file.mime, file.bytes, file.fingerprint, file.storedFileId, file.documentDate, file.expiresOn,
      this.tx.scope.userId,
    ]);
  }

  /** Changes a file when it still is the version that was seen. Tells whether it was. */
  async change(id: string, version: number, change: CaseFileChange): Promise<boolean> {
    return (await this.tx.write(CHANGE, [this.own, id, version, change.titleSealed, change.kind, change.documentDate, change.expiresOn])) === 1;
  }

  /** Marks a file as removed. Tells whether it was there. */
  async remove(id: string, at: Date): Promise<boolean> {
    return (await this.tx.write(REMOVE, [this.own, id, at, this.tx.scope.userId])) === 1;
  }

  /** The compartments of a case that the actor of the transaction was let into. */
  async compartments(caseId: string): Promise<Compartment[]> {
    const rows = await this.tx.rows<{ compartment: Compartment }>(COMPARTMENTS, [caseId]);
    return rows.map(({ compartment }) => compartment);
  }

  private get own(): string {
    return this.tx.scope.organizationId;
  }
}

const COLUMNS = `
  file.id, file.case_id as "caseId", file.compartment, file.kind, file.title_sealed as "titleSealed", file.mime, file.bytes, file.stored_file_id as "storedFileId",
  stored.name as "storedName", file.document_date::text as "documentDate", file.expires_on::text as "expiresOn", file.version, file.uploaded_at as "uploadedAt",
  uploader.full_name as "uploadedBy", file.removed_at as "removedAt", remover.full_name as "removedBy"`;
const TABLES = `
  case_files file
  left join stored_files stored on stored.organization_id = file.organization_id and stored.id = file.stored_file_id
  left join users uploader on uploader.organization_id = file.organization_id and uploader.id = file.uploaded_by
  left join users remover on remover.organization_id = file.organization_id and remover.id = file.removed_by`;
const RANK = "(file.removed_at is not null, coalesce(file.expires_on, 'infinity'::date), -extract(epoch from file.uploaded_at), file.id)";
const LAST_RANK = "last.removed_at is not null, coalesce(last.expires_on, 'infinity'::date), -extract(epoch from last.uploaded_at), last.id";

const ONE = `select ${COLUMNS} from ${TABLES} where file.organization_id = $1 and file.id = $2`;
const PAGE = `
  select ${COLUMNS} from ${TABLES}
   where file.organization_id = $1 and file.case_id = $2
     and ($3::uuid is null or ${RANK} > (select ${LAST_RANK} from case_files last where last.organization_id = $1 and last.id = $3))
   order by ${RANK} limit $4`;
const SAME = `
  select ${COLUMNS} from ${TABLES}
   where file.organization_id = $1 and file.case_id = $2 and file.compartment is not distinct from $3 and file.fingerprint = $4 and file.removed_at is null`;
const INSERT = `
  insert into case_files (organization_id, id, case_id, compartment, kind, title_sealed, mime, bytes, fingerprint, stored_file_id, document_date, expires_on, uploaded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const CHANGE = `
  update case_files set title_sealed = $4, kind = $5, document_date = $6, expires_on = $7, version = version + 1
   where organization_id = $1 and id = $2 and version = $3 and removed_at is null`;
const REMOVE = `
  update case_files set removed_at = $3, removed_by = $4, stored_file_id = null, version = version + 1
   where organization_id = $1 and id = $2 and removed_at is null`;
const COMPARTMENTS = `
  select named as compartment from unnest(array['legal', 'health', 'protection', 'child']) with ordinality as known (named, position)
   where sec.in_compartment($1, named) order by position`;
