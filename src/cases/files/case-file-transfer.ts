import { createHash, randomUUID } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Audit } from '../../audit/audit.service';
import { Tx } from '../../platform/database/tx';
import { invalid } from '../../platform/errors/problem';
import { refusedFile } from '../../platform/files/files.errors';
import type { IncomingFile } from '../../platform/files/incoming-file';
import { StoredFiles } from '../../platform/files/stored-files.service';
import { takeFile } from '../../platform/files/take-file';
import { extensionOf, type TakenFile } from '../../platform/files/taken-file';
import { Sealing } from '../../platform/sealing/sealing.service';
import { CaseAccess } from '../case-access';
import type { AddCaseFile, AddedCaseFileView } from './case-files.dto';
import { caseFileProblems } from './case-files.errors';
import { CaseFilesRepository } from './case-files.repository';
import { CaseFilesService, plainTitle, TITLE_PLACE } from './case-files.service';

/** Where the content of a file is sealed. */
export const CONTENT_PLACE = 'case_files.content';

/** A file on its way in: what it will be, and its sealed bytes. */
interface Sealed {
  id: string;
  titleSealed: Buffer;
  content: Buffer;
  fingerprint: Buffer;
  taken: TakenFile;
}

/** Brings files to cases and opens them. No transaction is open while bytes are looked into or travel to the store and back. */
@Injectable()
export class CaseFileTransfer {
  constructor(
    private readonly tx: Tx,
    private readonly access: CaseAccess,
    private readonly files: CaseFilesRepository,
    private readonly service: CaseFilesService,
    private readonly stored: StoredFiles,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
  ) {}

  /** Puts a file on a case. The same file once more, after an answer that got lost, gives the first one. */
  async add(actor: Actor, caseId: string, body: AddCaseFile, incoming: IncomingFile | undefined): Promise<AddedCaseFileView> {
    await this.tx.run(actor, () => this.requireRoom(actor, caseId, body));
    if (!incoming) throw refusedFile('FILE_MISSING');
    const known = await this.tx.run(actor, () => this.known(actor, caseId, body, incoming.buffer));
    if (known) return known;
    const taken = await takeFile(incoming.buffer, incoming.originalname);
    const sealed = await this.tx.run(actor, () => this.seal(caseId, body, incoming.buffer, taken));
    const name = await this.stored.put(actor.organizationId, sealed.content);
    try {
      return await this.tx.run(actor, () => this.keep(actor, caseId, body, name, sealed));
    } catch (error) {
      await this.stored.takeBack(name);
      throw error;
    }
  }

  /** The content of a file, to be saved under its title. */
  async open(actor: Actor, id: string): Promise<StreamableFile> {
    const { row, title, key } = await this.tx.run(actor, async () => {
      const { row, found } = await this.service.get(actor, 'read', id);
      if (row.storedName === null) throw caseFileProblems.CASE_FILE_REMOVED();
      await this.audit.record({ action: 'case_file.opened', recordType: 'case_file', recordId: id, siteId: found.siteId });
      return { row, title: await this.service.title(row), key: await this.service.keyOf(row.caseId) };
    });
    const sealed = row.storedName === null ? null : await this.stored.read(row.storedName);
    if (!sealed) throw caseFileProblems.CASE_FILE_LOST();
    const content = key.openBytes(CONTENT_PLACE, id, sealed);
    return new StreamableFile(content, { type: row.mime, length: content.length, disposition: dispositionOf(title, extensionOf(row.mime)) });
  }

  private async requireRoom(actor: Actor, caseId: string, { compartment, documentDate, expiresOn }: AddCaseFile): Promise<void> {
    const found = await this.access.require(actor, 'work', caseId);
    if (compartment && !(await this.files.compartments(caseId)).includes(compartment)) {
      throw invalid('compartment', 'You were not let into this part of the case. Leave it out, or ask the lead worker to let you in.');
    }
    this.service.requireDates(found, documentDate ?? null, expiresOn ?? null);
  }

  private async known(actor: Actor, caseId: string, { compartment }: AddCaseFile, bytes: Buffer): Promise<AddedCaseFileView | null> {
    const same = await this.files.same(caseId, compartment ?? null, await this.fingerprintOf(bytes));
    return same ? { file: await this.service.view(actor, same.id), wasThere: true, remarks: [] } : null;
  }

  private async seal(caseId: string, { title }: AddCaseFile, sent: Buffer, taken: TakenFile): Promise<Sealed> {
    const id = randomUUID();
    const key = await this.service.keyOf(caseId);
    return { id, titleSealed: key.seal(TITLE_PLACE, id, plainTitle(title)), content: key.sealBytes(CONTENT_PLACE, id, taken.bytes), fingerprint: await this.fingerprintOf(sent), taken };
  }

  /** The second look at the rights is meant: the case may have been sealed, closed or handed over while the file was looked into. */
  private async keep(actor: Actor, caseId: string, body: AddCaseFile, name: string, { id, titleSealed, content, fingerprint, taken }: Sealed): Promise<AddedCaseFileView> {
    const found = await this.access.require(actor, 'work', caseId);
    await this.files.insert({
      id,
      caseId,
      compartment: body.compartment ?? null,
      kind: body.kind,
      titleSealed,
      mime: taken.mime,
      bytes: taken.bytes.length,
      fingerprint,
      storedFileId: await this.stored.keep(name, content.length),
      documentDate: body.documentDate ?? null,
      expiresOn: body.expiresOn ?? null,
    });
    await this.audit.record({ action: 'case_file.added', recordType: 'case_file', recordId: id, siteId: found.siteId });
    return { file: await this.service.view(actor, id), wasThere: false, remarks: taken.remarks };
  }

  private fingerprintOf(bytes: Buffer): Promise<Buffer> {
    return this.sealing.fingerprint('case_files.fingerprint', createHash('sha256').update(bytes).digest('hex'));
  }
}

/** The header that has a browser save the file under its title, whatever signs that has. */
function dispositionOf(title: string, extension: string): string {
  const name = `${title.replace(/[\p{C}"\\/:*?<>|\s]+/gu, ' ').trim() || 'file'}.${extension}`;
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replaceAll('%', '');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()]/g, escape)}`;
}
