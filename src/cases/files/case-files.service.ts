import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Audit } from '../../audit/audit.service';
import { Clock, daysBetween } from '../../platform/clock/clock';
import { common, invalid } from '../../platform/errors/problem';
import { StoredFiles } from '../../platform/files/stored-files.service';
import type { PageQuery } from '../../platform/http/page-query.dto';
import { Sealing, type SubjectKey } from '../../platform/sealing/sealing.service';
import { CaseAccess, type CaseAtHand } from '../case-access';
import type { CaseNeed } from '../cases.policy';
import type { CaseFilePageView, CaseFileView, ChangeCaseFile } from './case-files.dto';
import { caseFileProblems } from './case-files.errors';
import { CaseFilesRepository, type CaseFileRow } from './case-files.repository';

/** Where the title of a file is sealed. */
export const TITLE_PLACE = 'case_files.title_sealed';
const USUAL_PAGE = 50;

/** The files of cases: listing, renaming, removing. Adding and opening move bytes and are in `case-file-transfer.ts`. */
@Injectable()
export class CaseFilesService {
  constructor(
    private readonly access: CaseAccess,
    private readonly files: CaseFilesRepository,
    private readonly stored: StoredFiles,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The files of a case that the actor may know of. */
  async list(actor: Actor, caseId: string, { after, limit = USUAL_PAGE }: PageQuery): Promise<CaseFilePageView> {
    const found = await this.access.require(actor, 'read', caseId);
    const rows = await this.files.page(caseId, after ?? null, limit + 1);
    const items = rows.slice(0, limit);
    await this.audit.record({ action: 'case_file.listed', recordType: 'case', recordId: caseId, siteId: found.siteId });
    return {
      items: await this.views(items, found),
      next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
      compartments: await this.files.compartments(caseId),
    };
  }

  /** Renames a file, says what it is, or when it expires. */
  async change(actor: Actor, id: string, body: ChangeCaseFile): Promise<CaseFileView> {
    const { row, found } = await this.get(actor, 'work', id);
    if (row.removedAt) throw caseFileProblems.CASE_FILE_REMOVED();
    const key = await this.keyOf(row.caseId);
    const documentDate = body.documentDate === undefined ? row.documentDate : body.documentDate;
    const expiresOn = body.expiresOn === undefined ? row.expiresOn : body.expiresOn;
    this.requireDates(found, documentDate, expiresOn);
    const titleSealed = body.title ? key.seal(TITLE_PLACE, id, plainTitle(body.title)) : row.titleSealed;
    if (!(await this.files.change(id, body.version, { titleSealed, kind: body.kind ?? row.kind, documentDate, expiresOn }))) throw common.CHANGED_MEANWHILE();
    const fields = (['title', 'kind', 'documentDate', 'expiresOn'] as const).filter((field) => body[field] !== undefined);
    await this.audit.record({ action: 'case_file.changed', recordType: 'case_file', recordId: id, siteId: found.siteId, fields });
    return this.view(actor, id);
  }

  /** Destroys the content of a file. That there was one stays on the case. */
  async remove(actor: Actor, id: string): Promise<void> {
    const { row, found } = await this.get(actor, 'work', id);
    if (!row.storedFileId || !(await this.files.remove(id, this.clock.now()))) throw caseFileProblems.CASE_FILE_REMOVED();
    await this.stored.drop(row.storedFileId);
    await this.audit.record({ action: 'case_file.removed', recordType: 'case_file', recordId: id, siteId: found.siteId });
  }

  /** A file and its case, when the actor may have what they need of it. */
  async get(actor: Actor, need: CaseNeed, id: string): Promise<{ row: CaseFileRow; found: CaseAtHand }> {
    const row = await this.files.find(id);
    if (!row) throw common.NOT_FOUND();
    return { row, found: await this.access.require(actor, need, row.caseId) };
  }

  /** A file as it is shown. */
  async view(actor: Actor, id: string): Promise<CaseFileView> {
    const { row, found } = await this.get(actor, 'read', id);
    const [view] = await this.views([row], found);
    if (!view) throw common.NOT_FOUND();
    return view;
  }

  /** What a file is called; empty when the key of its case was destroyed. */
  async title(row: CaseFileRow): Promise<string> {
    const key = (await this.sealing.subjects([row.caseId])).get(row.caseId);
    return key?.open<string>(TITLE_PLACE, row.id, row.titleSealed) ?? '';
  }

  /** The key of a case; without it nothing can be put there. */
  async keyOf(caseId: string): Promise<SubjectKey> {
    const key = (await this.sealing.subjects([caseId])).get(caseId);
    if (!key) throw common.NOT_FOUND();
    return key;
  }

  /** Refuses a document of tomorrow, and one that expires before it was made. */
  requireDates(found: CaseAtHand, documentDate: string | null, expiresOn: string | null): void {
    if (documentDate !== null && documentDate > this.clock.today(found.timeZone)) throw invalid('documentDate', 'The day a document bears cannot lie in the future.');
    if (documentDate !== null && expiresOn !== null && expiresOn < documentDate) throw invalid('expiresOn', 'A document cannot expire before the day it bears.');
  }

  private async views(rows: CaseFileRow[], { timeZone }: CaseAtHand): Promise<CaseFileView[]> {
    const today = this.clock.today(timeZone);
    return Promise.all(rows.map(async (row) => toView(row, await this.title(row), today)));
  }
}

/** A title as it is kept. Fields of a form do not pass through what cleans the texts of JSON bodies. */
export function plainTitle(title: string): string {
  return title.normalize('NFC').replace(/\p{C}/gu, '').trim();
}

function toView(row: CaseFileRow, title: string, today: string): CaseFileView {
  return {
    id: row.id,
    caseId: row.caseId,
    compartment: row.compartment,
    kind: row.kind,
    title,
    mime: row.mime,
    bytes: row.bytes,
    documentDate: row.documentDate,
    expiresOn: row.expiresOn,
    daysLeft: row.expiresOn === null || row.removedAt ? null : daysBetween(today, row.expiresOn),
    version: row.version,
    uploadedAt: row.uploadedAt,
    uploadedBy: row.uploadedBy,
    removedAt: row.removedAt,
    removedBy: row.removedBy,
  };
}
