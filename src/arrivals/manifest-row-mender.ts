import { Injectable } from '@nestjs/common';
import { ManifestMatcher } from './manifest-matcher';
import type { Manifest } from './manifest.entity';
import type { ManifestRow } from './manifest-row.entity';
import { ManifestRowsRepository } from './manifest-rows.repository';
import { ManifestVault, type OpenManifest, type RowContent } from './manifest-vault';
import { compareRow } from './manifest/compare-rows';
import { NamePopulation } from './manifest/name-population';
import { type FileHabits, readPerson } from './manifest/read-person';
import { openProblems, type RowDecision, stateOfRow } from './manifest/row-state';
import type { StagedRow, WrittenPerson } from './manifest/staged-row';

/** What somebody changes in a row: fields as they should read, what they decided, whether it stays out. */
export interface RowChange {
  written?: WrittenPerson;
  decision?: RowDecision | null;
  decidedPersonId?: string | null;
  setAside?: boolean;
}

/** Changes one staged row and looks again at the rows it was confused with. */
@Injectable()
export class ManifestRowMender {
  constructor(
    private readonly rows: ManifestRowsRepository,
    private readonly vault: ManifestVault,
    private readonly matcher: ManifestMatcher,
  ) {}

  /** Applies a change to a row that this transaction has locked. Answers the row and what is in it now. */
  async change(manifest: Manifest, row: ManifestRow, change: RowChange): Promise<{ row: ManifestRow; content: RowContent }> {
    const open = await this.vault.open(manifest.id);
    const before = open.openRow(row.rowNumber, row.sealed);
    const mended = change.written ? { ...before.mended, ...whole(change.written) } : before.mended;
    const setAside = change.setAside ?? row.state === 'set_aside';
    const read: StagedRow = { rowNumber: row.rowNumber, skipped: null, ...readPerson({ ...before.written, ...mended }, habitsOf(manifest)) };
    const indexes = await open.indexes(read);
    const others = await this.likes(manifest, open, row, indexes);
    const staged = setAside ? read : compareRow(read, others.map(({ content }) => content.row));
    const matchIds = change.written ? ((await this.matcher.match([staged], 1))[0] ?? []) : row.matchIds;
    const decided = decisionOf(row, change, matchIds);
    const content = { ...before, mended, row: staged };
    const changed: ManifestRow = {
      ...row,
      ...decided,
      sealed: open.sealRow(content),
      groupIndex: indexes.group,
      nameIndex: indexes.name,
      aNumberIndex: indexes.aNumber,
      matchIds,
      problems: openProblems(staged.problems, decided.decision),
      state: stateOfRow({ problems: staged.problems, matches: matchIds.length, decision: decided.decision, setAside, admitted: false }),
    };
    await this.rows.save(changed);
    for (const other of others) await this.lookAgain(open, other, [...others.map(({ content: of }) => of.row), ...(setAside ? [] : [staged])]);
    return { row: { ...changed, version: row.version + 1 }, content };
  }

  private async likes(manifest: Manifest, open: OpenManifest, row: ManifestRow, now: { name: Buffer | null; aNumber: Buffer | null }): Promise<Like[]> {
    const names = [row.nameIndex, now.name].filter((index) => index !== null);
    const aNumbers = [row.aNumberIndex, now.aNumber].filter((index) => index !== null);
    const rows = await this.rows.alike(manifest.organizationId, manifest.id, names, aNumbers);
    return rows.filter((other) => other.rowNumber !== row.rowNumber).map((other) => ({ row: other, content: open.openRow(other.rowNumber, other.sealed) }));
  }

  /** A row that was confused with the changed one may be free of its problem now, or have one. */
  private async lookAgain(open: OpenManifest, { row, content }: Like, all: StagedRow[]): Promise<void> {
    if (row.state === 'admitted') return;
    const staged = compareRow(content.row, all);
    const state = stateOfRow({ problems: staged.problems, matches: row.matchIds.length, decision: row.decision, setAside: false, admitted: false });
    const problems = openProblems(staged.problems, row.decision);
    if (state === row.state && problems.join() === row.problems.join()) return;
    await this.rows.save({ ...row, sealed: open.sealRow({ ...content, row: staged }), state, problems });
  }
}

interface Like {
  row: ManifestRow;
  content: RowContent;
}

/** Whoever mends the family names has seen both surnames; the second column of the file would add the second once more. */
function whole(written: WrittenPerson): WrittenPerson {
  return written.family_names === undefined ? written : { ...written, second_family_name: '' };
}

function habitsOf(manifest: Manifest): FileHabits {
  return {
    order: manifest.dateOrder ?? manifest.habits.order ?? null,
    today: manifest.arrivedOn,
    sexLetters: manifest.habits.sexLetters ?? 'm_is_male',
    population: new NamePopulation(),
  };
}

/** A decision was made about the people shown then: when mending brings somebody else into view, it is asked for again. */
function decisionOf(row: ManifestRow, change: RowChange, matchIds: string[]): Pick<ManifestRow, 'decision' | 'decidedPersonId'> {
  if (change.decision !== undefined) return { decision: change.decision, decidedPersonId: change.decidedPersonId ?? null };
  const newInView = matchIds.some((id) => !row.matchIds.includes(id));
  return newInView ? { decision: null, decidedPersonId: null } : { decision: row.decision, decidedPersonId: row.decidedPersonId };
}
