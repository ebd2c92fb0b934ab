import { Injectable } from '@nestjs/common';
import { ManifestMatcher } from './manifest-matcher';
import type { Manifest } from './manifest.entity';
import type { ManifestRow } from './manifest-row.entity';
import { ManifestRowsRepository, type StagedRecord } from './manifest-rows.repository';
import { ManifestVault, type OpenManifest, type RowContent } from './manifest-vault';
import { type FileContext, writtenIn } from './manifest/file-context';
import { parsePerson, parseRow } from './manifest/parse-row';
import type { ProblemCode, SkipReason } from './manifest/row-problems';
import { openProblems, stateOfRow } from './manifest/row-state';

/** Stages parts of a list. What somebody mended, decided or set aside before is kept; what was admitted is not touched. */
@Injectable()
export class ManifestRowStager {
  constructor(
    private readonly rows: ManifestRowsRepository,
    private readonly vault: ManifestVault,
    private readonly matcher: ManifestMatcher,
  ) {}

  /** Stages some lines of the file; the first of them has the number `from`. */
  async stage(manifest: Manifest, lines: string[][], from: number, headerRows: number, context: FileContext): Promise<void> {
    const { organizationId, id } = manifest;
    const open = await this.vault.open(id);
    const before = new Map((await this.rows.between(organizationId, id, from, from + lines.length - 1)).map((row) => [row.rowNumber, row]));
    const contents = lines.flatMap((cells, index) => {
      const known = before.get(from + index);
      if (from + index <= headerRows || known?.state === 'admitted') return [];
      const content = contentOf(cells, from + index, context, known ? open.openRow(known.rowNumber, known.sealed).mended : {});
      return content.row.skipped === 'BLANK_LINE' ? [] : [content];
    });
    const matches = await this.matcher.match(contents.map(({ row }) => row), context.people);
    const records = await Promise.all(contents.map((content, index) => record(open, content, matches[index] ?? [], before.get(content.row.rowNumber))));
    await this.rows.drop(organizationId, id, from, from + lines.length - 1, records.map(({ rowNumber }) => rowNumber));
    await this.rows.stage(organizationId, id, records);
  }
}

function contentOf(cells: string[], rowNumber: number, context: FileContext, mended: RowContent['mended']): RowContent {
  const written = writtenIn(cells, context.columns);
  const wasMended = Object.keys(mended).length > 0;
  const row = wasMended ? parsePerson({ ...written, ...mended }, rowNumber, context) : parseRow(cells, rowNumber, context);
  return { cells, written, mended, row };
}

async function record(open: OpenManifest, content: RowContent, matchIds: string[], before: ManifestRow | undefined): Promise<StagedRecord> {
  const { row } = content;
  const decision = before?.decision ?? null;
  const problems: (ProblemCode | SkipReason)[] = row.skipped ? [row.skipped] : openProblems(row.problems, decision);
  const setAside = row.skipped !== null || before?.state === 'set_aside';
  return {
    rowNumber: row.rowNumber,
    sealed: open.sealRow(content),
    ...(row.skipped ? { group: null, name: null, aNumber: null } : await open.indexes(row)),
    state: stateOfRow({ problems: row.problems, matches: matchIds.length, decision, setAside, admitted: false }),
    problems,
    matchIds,
  };
}
