import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Tx, type TxScope } from '../platform/database/tx';
import { manifestProblems } from './arrivals.errors';
import { ManifestLookup } from './manifest-lookup';
import { ManifestRowsRepository } from './manifest-rows.repository';
import { ManifestVault } from './manifest-vault';
import { ManifestsRepository } from './manifests.repository';
import { rowProblems, skipReasons } from './manifest/row-problems';
import { safeLine } from './manifest/safe-cell';

const PART = 500;
const sentences: Record<string, string> = { ...rowProblems, ...skipReasons };

/** The rows with problems as they stood in the file, with what is wrong, to be mended on paper and uploaded again. */
@Injectable()
export class ManifestProblemRows {
  constructor(
    private readonly tx: Tx,
    private readonly manifests: ManifestsRepository,
    private readonly rows: ManifestRowsRepository,
    private readonly vault: ManifestVault,
    private readonly lookup: ManifestLookup,
    private readonly audit: Audit,
  ) {}

  /** The file as a browser saves it. Its lines are read while it is sent; when that fails, the download breaks instead of ending early. */
  async download(actor: Actor, id: string): Promise<StreamableFile> {
    await this.tx.run(actor, async () => {
      const { siteId, destroyedAt } = await this.lookup.get(actor, id);
      if (destroyedAt !== null) throw manifestProblems.MANIFEST_DESTROYED();
      await this.audit.record({ action: 'manifest.exported', recordType: 'manifest', recordId: id, siteId });
    });
    const file = new StreamableFile(Readable.from(this.lines(actor, id)), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="problem-rows.csv"' });
    return file.setErrorHandler((_error, response) => (response as unknown as Response).destroy());
  }

  /** The lines of a CSV file, in parts that are read one after the other, each in a transaction of its own. */
  async *lines(scope: TxScope, manifestId: string): AsyncGenerator<string> {
    const titles = await this.titles(scope, manifestId);
    yield `\ufeff${safeLine(['Row', 'What is wrong', ...titles])}`;
    for (let after = 0; ; ) {
      const part = await this.part(scope, manifestId, titles.length, after);
      if (part.text !== '') yield part.text;
      if (part.last === null) return;
      after = part.last;
    }
  }

  private titles(scope: TxScope, manifestId: string): Promise<string[]> {
    return this.tx.run(scope, async () => {
      const manifest = await this.manifests.find(scope.organizationId, manifestId);
      return (await this.vault.open(manifestId)).openColumns(manifest?.columnsSealed ?? null).labels;
    });
  }

  private part(scope: TxScope, manifestId: string, width: number, after: number): Promise<{ text: string; last: number | null }> {
    return this.tx.run(scope, async () => {
      const rows = await this.rows.page(scope.organizationId, manifestId, 'problem', after, PART);
      const open = await this.vault.open(manifestId);
      const lines = rows.map((row) => {
        const { cells } = open.openRow(row.rowNumber, row.sealed);
        return safeLine([String(row.rowNumber), row.problems.map((code) => sentences[code] ?? code).join(' '), ...cells, ...blank(width - cells.length)]);
      });
      return { text: lines.join(''), last: rows.length === PART ? (rows[rows.length - 1]?.rowNumber ?? null) : null };
    });
  }
}

/** Lines that end before the last title are filled up, so that every line has as many cells. */
function blank(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => '');
}
