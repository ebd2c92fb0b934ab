import { ApiProperty } from '@nestjs/swagger';
import type { Manifest, ManifestState } from './manifest.entity';
import type { SealedColumns } from './manifest-vault';
import type { RowCounts } from './manifests.repository';
import { manifestProblems } from './arrivals.errors';
import { type DateOrder, type ManifestField, manifestFields } from './manifest/fields';
import { fileProblems } from './manifest/file-problems';

/** How many rows of a list are in which state. */
export class RowCountsView {
  problem: number;
  match: number;
  ready: number;
  admitted: number;
  set_aside: number;
}

/** How far the reading or admitting of a list is. */
export class ManifestProgressView {
  @ApiProperty({ enum: ['uploaded', 'reading', 'staged', 'admitting', 'failed', 'closed'] })
  state: ManifestState;
  rowsDone: number;
  rowsTotal: number;
  counts: RowCountsView;
  errorCode: string | null;
}

/** A list that was uploaded. */
export class ManifestView extends ManifestProgressView {
  id: string;
  siteId: string;
  arrivalId: string | null;
  /** Blank once the list was destroyed. */
  fileName: string;
  arrivedOn: string;
  /** Why it could not be read, in plain words. */
  error: string | null;
  /** The list that holds the same rows, when this one was refused for it. */
  sameAsId: string | null;
  rowCount: number;
  uploadedAt: string;
  admittedAt: string | null;
  /** When file, names and rows were made unreadable for good. */
  destroyedAt: string | null;
}

/** The answer to an upload: the list, and whether this file had been uploaded before. */
export class UploadedManifestView extends ManifestView {
  alreadyUploaded: boolean;
}

/** A page of lists. */
export class ManifestPageView {
  items: ManifestView[];
  next: string | null;
}

/** One column of the file: its title, what we take it for, and a few of its cells. */
export class ManifestColumnView {
  column: number;
  label: string;
  @ApiProperty({ enum: manifestFields, nullable: true })
  field: ManifestField | null;
  confidence: number;
  samples: string[];
}

/** How the dates of a list are written. */
export class ManifestDatesView {
  dayFirst: number;
  monthFirst: number;
  /** Dates that can be read either way. */
  open: number;
}

/** A list with how its columns and dates are read. */
export class ManifestReadingView extends ManifestView {
  columns: ManifestColumnView[];
  headerRows: number;
  /** The order that is used: chosen, or found in the list; null while nobody knows. */
  @ApiProperty({ enum: ['day_first', 'month_first'], nullable: true })
  dateOrder: DateOrder | null;
  dates: ManifestDatesView;
}

const noRows: RowCounts = { problem: 0, match: 0, ready: 0, admitted: 0, set_aside: 0 };

/** What leaves of the progress of a list. */
export function toProgressView(manifest: Manifest, counts: RowCounts = noRows): ManifestProgressView {
  return { state: manifest.state, rowsDone: manifest.rowsDone, rowsTotal: manifest.rowsTotal, counts, errorCode: manifest.errorCode };
}

/** What leaves of a list. */
export function toManifestView(manifest: Manifest, fileName: string, counts?: RowCounts): ManifestView {
  return {
    ...toProgressView(manifest, counts),
    id: manifest.id,
    siteId: manifest.siteId,
    arrivalId: manifest.arrivalId,
    fileName,
    arrivedOn: manifest.arrivedOn,
    error: manifest.errorCode === null ? null : sentenceOf(manifest.errorCode),
    sameAsId: manifest.sameAsId,
    rowCount: manifest.rowCount,
    uploadedAt: manifest.uploadedAt.toISOString(),
    admittedAt: manifest.admittedAt?.toISOString() ?? null,
    destroyedAt: manifest.destroyedAt?.toISOString() ?? null,
  };
}

/** What leaves of a list with its columns. */
export function toReadingView(manifest: Manifest, view: ManifestView, { labels, samples }: SealedColumns): ManifestReadingView {
  return {
    ...view,
    columns: labels.length === 0 ? [] : manifest.mapping.map(({ column, field, confidence }) => ({
      column, field, confidence, label: labels[column] ?? '', samples: samples[column] ?? [],
    })),
    headerRows: manifest.headerRows,
    dateOrder: manifest.dateOrder ?? manifest.habits.order ?? null,
    dates: manifest.habits.dates ?? { dayFirst: 0, monthFirst: 0, open: 0 },
  };
}

const sentences: Record<string, () => { message: string }> = { ...fileProblems, ...manifestProblems };

function sentenceOf(code: string): string {
  return (sentences[code] ?? manifestProblems.MANIFEST_READING_FAILED)().message;
}
