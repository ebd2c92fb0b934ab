import { Injectable, Logger } from '@nestjs/common';
import { brokenConstraint } from '../platform/errors/constraints';
import { Problem } from '../platform/errors/problem';
import { Tx, type TxScope } from '../platform/database/tx';
import { Sealing } from '../platform/sealing/sealing.service';
import { ManifestRowStager } from './manifest-row-stager';
import { ManifestVault } from './manifest-vault';
import type { Manifest } from './manifest.entity';
import { ManifestsRepository } from './manifests.repository';
import { fileContext, type FileContext } from './manifest/file-context';
import { findHeader, type Header } from './manifest/find-header';
import { contentDigest } from './manifest/fingerprint';
import { type ColumnGuess, guessColumns } from './manifest/guess-columns';
import { readSheet, type Sheet } from './manifest/read-sheet';

const PART = 250;
const SAMPLES = 3;
const MOST_TRIES = 5;

/**
 * Reads an uploaded list in the background and stages its rows. Every part is a transaction of its own that also says how far
 * it is; a worker that was killed is replaced by another, which reads from the top and writes the same rows again.
 */
@Injectable()
export class ManifestReader {
  private readonly log = new Logger(ManifestReader.name);

  constructor(
    private readonly tx: Tx,
    private readonly manifests: ManifestsRepository,
    private readonly vault: ManifestVault,
    private readonly stager: ManifestRowStager,
    private readonly sealing: Sealing,
  ) {}

  /** Reads one list, unless another worker is at it. */
  async read(organizationId: string, id: string): Promise<void> {
    const scope: TxScope = { organizationId, userId: null };
    const claim = await this.tx.run(scope, () => this.manifests.claim(organizationId, id, 'uploaded', 'reading'));
    if (claim === null) return;
    const { attempt, tries } = claim;
    try {
      await this.stage(scope, id, attempt);
    } catch (error) {
      const code = error instanceof Problem && error.status === 422 ? error.code : tries >= MOST_TRIES ? 'MANIFEST_READING_FAILED' : null;
      if (code === null) {
        await this.tx.run(scope, () => this.manifests.letGo(organizationId, id, attempt)).catch(() => undefined);
        throw error;
      }
      this.log.warn({ manifestId: id, code }, 'a list could not be read');
      await this.tx.run(scope, () => this.manifests.finish(organizationId, id, attempt, 'failed', code));
    }
  }

  private async stage(scope: TxScope, id: string, attempt: number): Promise<void> {
    const { organizationId } = scope;
    const { manifest, bytes } = await this.tx.run(scope, () => this.open(organizationId, id));
    const sheet = await readSheet(bytes);
    if (!(await this.isNew(scope, manifest, attempt, sheet))) return;
    const { header, guesses } = understand(manifest, sheet);
    const mapping = guesses.flatMap(({ column, field }) => (field ? [{ column, field }] : []));
    const context = await fileContext(sheet.rows, { ...header, mapping, order: manifest.dateOrder, today: manifest.arrivedOn });
    const kept = await this.tx.run(scope, () => this.keep(organizationId, id, attempt, sheet, header, guesses, context));
    for (let from = 0; kept && from < sheet.rows.length; from += PART) {
      const goOn = await this.tx.run(scope, async () => {
        if (!(await this.manifests.progress(organizationId, id, attempt, Math.min(from + PART, sheet.rows.length), sheet.rows.length))) return false;
        await this.stager.stage(manifest, sheet.rows.slice(from, from + PART), from + 1, header.headerRows, context);
        return true;
      });
      if (!goOn) return;
    }
    await this.tx.run(scope, () => this.manifests.finish(organizationId, id, attempt, 'staged'));
  }

  private async open(organizationId: string, id: string): Promise<{ manifest: Manifest; bytes: Buffer }> {
    const manifest = await this.manifests.find(organizationId, id);
    const sealed = await this.manifests.file(organizationId, id);
    if (!manifest || !sealed) throw new Error('the file of the list is gone');
    return { manifest, bytes: (await this.vault.open(id)).openFile(sealed) };
  }

  /** Whether the site has not seen these rows before, saved in another way. The database decides between two that come at once. */
  private async isNew(scope: TxScope, manifest: Manifest, attempt: number, sheet: Sheet): Promise<boolean> {
    const { organizationId } = scope;
    return this.tx.run(scope, async () => {
      const fingerprint = await this.sealing.fingerprint('manifests.content', contentDigest(sheet.rows));
      try {
        await this.tx.attempt(() => this.manifests.keepContent(organizationId, manifest.id, attempt, fingerprint));
        return true;
      } catch (error) {
        if (brokenConstraint(error) !== 'manifests_same_content_once') throw error;
        await this.manifests.failAsSame(organizationId, manifest.id, attempt, fingerprint);
        return false;
      }
    });
  }

  private async keep(
    organizationId: string, id: string, attempt: number, sheet: Sheet, header: Header, guesses: ColumnGuess[], context: FileContext,
  ): Promise<boolean> {
    const people = sheet.rows.slice(header.headerRows, header.headerRows + 50);
    const samples = guesses.map(({ column }) => people.map((row) => row[column] ?? '').filter((cell) => cell !== '').slice(0, SAMPLES));
    const columnsSealed = (await this.vault.open(id)).sealColumns({ labels: guesses.map(({ label }) => label), samples });
    return this.manifests.keepReading(organizationId, id, attempt, {
      columnsSealed,
      headerRows: header.headerRows,
      mapping: guesses.map(({ column, field, confidence }) => ({ column, field, confidence })),
      habits: { order: context.habits.order, sexLetters: context.habits.sexLetters, dates: context.dates },
      encoding: sheet.encoding,
    });
  }
}

/** Our guess of the columns, or what somebody said they are. */
function understand(manifest: Manifest, sheet: Sheet): { header: Header; guesses: ColumnGuess[] } {
  const found = findHeader(sheet.rows);
  const header = manifest.mappingChosen && manifest.headerRows !== found.headerRows ? { headerRows: manifest.headerRows, labels: sheet.rows[manifest.headerRows - 1] ?? [] } : found;
  const guesses = guessColumns(header.labels, sheet.rows.slice(header.headerRows, header.headerRows + 300), manifest.arrivedOn);
  if (!manifest.mappingChosen) return { header, guesses };
  const chosen = new Map(manifest.mapping.map((column) => [column.column, column.field]));
  return { header, guesses: guesses.map((guess) => ({ ...guess, field: chosen.get(guess.column) ?? null, confidence: chosen.get(guess.column) ? 1 : 0 })) };
}
