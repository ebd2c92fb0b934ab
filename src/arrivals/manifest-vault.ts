import { Injectable } from '@nestjs/common';
import { Sealing, type SubjectKey } from '../platform/sealing/sealing.service';
import { common } from '../platform/errors/problem';
import { nameKey } from './manifest/file-context';
import type { StagedRow, WrittenPerson } from './manifest/staged-row';

/** What lies sealed in a staged row: the cells of the line, what was mended, and what we understood. */
export interface RowContent {
  cells: string[];
  written: WrittenPerson;
  mended: WrittenPerson;
  row: StagedRow;
}

/** Titles of the columns with a few of their cells, sealed: they may hold names. */
export interface SealedColumns {
  labels: string[];
  samples: string[][];
}

/** Fingerprints by which rows are compared without being opened. */
export interface RowIndexes {
  group: Buffer | null;
  name: Buffer | null;
  aNumber: Buffer | null;
}

/** Opens and seals what belongs to one uploaded list, under the key of that list. */
@Injectable()
export class ManifestVault {
  constructor(private readonly sealing: Sealing) {}

  /** Makes the key of a new list. */
  async create(manifestId: string): Promise<OpenManifest> {
    return new OpenManifest(manifestId, await this.sealing.newSubject(manifestId), this.sealing);
  }

  /** The key of a list. Its destruction makes the list unreadable, and it answers as if it did not exist. */
  async open(manifestId: string): Promise<OpenManifest> {
    const key = (await this.sealing.subjects([manifestId])).get(manifestId);
    if (!key) throw common.NOT_FOUND();
    return new OpenManifest(manifestId, key, this.sealing);
  }

  /** The names of several lists' files. */
  async fileNames(manifests: { id: string; fileNameSealed: Buffer }[]): Promise<Map<string, string>> {
    const keys = await this.sealing.subjects(manifests.map(({ id }) => id));
    return new Map(manifests.map(({ id, fileNameSealed }) => [id, keys.get(id)?.open<string>('manifests.file_name', id, fileNameSealed) ?? '']));
  }
}

/** One list whose key is at hand. */
export class OpenManifest {
  constructor(
    readonly id: string,
    private readonly key: SubjectKey,
    private readonly sealing: Sealing,
  ) {}

  sealFile(bytes: Buffer): Buffer {
    return this.key.sealBytes('manifests.file', this.id, bytes);
  }

  openFile(sealed: Buffer): Buffer {
    return this.key.openBytes('manifests.file', this.id, sealed);
  }

  sealFileName(name: string): Buffer {
    return this.key.seal('manifests.file_name', this.id, name);
  }

  sealColumns(columns: SealedColumns): Buffer {
    return this.key.seal('manifests.columns', this.id, columns);
  }

  openColumns(sealed: Buffer | null): SealedColumns {
    return sealed === null ? { labels: [], samples: [] } : this.key.open<SealedColumns>('manifests.columns', this.id, sealed);
  }

  sealRow(content: RowContent): Buffer {
    return this.key.seal('manifest_rows', `${this.id}:${content.row.rowNumber}`, content);
  }

  openRow(rowNumber: number, sealed: Buffer): RowContent {
    return this.key.open<RowContent>('manifest_rows', `${this.id}:${rowNumber}`, sealed);
  }

  /** The fingerprints of a row; blank values have none. Different in every list, so that lists cannot be compared by them. */
  async indexes(row: StagedRow): Promise<RowIndexes> {
    const name = nameKey(row);
    return {
      group: await this.index('group', row.group.trim().toLowerCase()),
      name: await this.index('name', name),
      aNumber: await this.index('a_number', row.aNumber ?? ''),
    };
  }

  private async index(column: string, value: string): Promise<Buffer | null> {
    return value === '' ? null : this.sealing.fingerprint(`manifest_rows.${column}`, `${this.id}|${value}`);
  }
}
