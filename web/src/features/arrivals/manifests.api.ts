import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, apiFetch, read } from '../../api/client';

/** What a column of a list can be. */
export const manifestFields = [
  'full_name', 'given_names', 'family_names', 'second_family_name', 'birth_date', 'age', 'sex', 'nationality', 'a_number', 'group', 'relation',
  'language', 'destination', 'phone', 'released_on', 'notes_ignored',
] as const;
export type ManifestField = (typeof manifestFields)[number];
export type DateOrder = 'day_first' | 'month_first';
export type ManifestState = 'uploaded' | 'reading' | 'staged' | 'admitting' | 'failed' | 'closed';
export type RowState = 'problem' | 'match' | 'ready' | 'admitted' | 'set_aside';

/** How many rows are in which state. */
export type RowCounts = Record<RowState, number>;

/** One column of the file: its title, what we take it for, and a few of its cells. */
export interface ManifestColumn {
  column: number;
  label: string;
  field: ManifestField | null;
  confidence: number;
  samples: string[];
}

/** A list of people that was uploaded. */
export interface Manifest {
  id: string;
  siteId: string;
  arrivalId: string | null;
  fileName: string;
  arrivedOn: string;
  state: ManifestState;
  errorCode: string | null;
  error: string | null;
  sameAsId: string | null;
  rowCount: number;
  rowsDone: number;
  rowsTotal: number;
  counts: RowCounts;
  uploadedAt: string;
  admittedAt: string | null;
  destroyedAt: string | null;
}

/** What the upload answers: the manifest, and whether this file had been uploaded before. */
export interface UploadedManifest extends Manifest {
  alreadyUploaded: boolean;
}

/** A list with how its columns and dates are read. */
export interface ManifestReading extends Manifest {
  columns: ManifestColumn[];
  headerRows: number;
  dateOrder: DateOrder | null;
  dates: { dayFirst: number; monthFirst: number; open: number };
}

/** Something wrong with a row, or worth a look. */
export interface RowNote {
  code: string;
  sentence: string;
}

/** Somebody already known who may be the person of a row. */
export interface RowMatch {
  personId: string;
  givenNames: string;
  familyNames: string;
  birthDate: string | null;
  birthDateQuality: string;
  aNumber: string | null;
  nationality: string | null;
  sex: string | null;
  language: string | null;
  /** In which fields the row says the same. */
  same: string[];
}

/** One row of the list as we understand it. */
export interface StagedRow {
  number: number;
  state: RowState;
  version: number;
  written: Partial<Record<ManifestField, string>>;
  mended: ManifestField[];
  givenNames: string;
  familyNames: string;
  birthDate: string | null;
  birthDateQuality: string | null;
  sex: string | null;
  nationality: string | null;
  aNumber: string | null;
  group: string;
  relation: string | null;
  language: string | null;
  destination: string;
  phone: string | null;
  releasedOn: string | null;
  suggestedNames: { givenNames: string; familyNames: string } | null;
  problems: RowNote[];
  hints: RowNote[];
  matches: RowMatch[];
  matchesElsewhere: number;
  decision: 'same' | 'different' | null;
  decidedPersonId: string | null;
  personId: string | null;
  partyId: string | null;
}

/** What somebody does with a row: put it right, keep it out, or say who it is. */
export type RowChange =
  | { written?: Partial<Record<ManifestField, string>>; setAside?: boolean }
  | { decision: 'same' | 'different' | 'undecided'; personId?: string };

/** What the server tells while it reads or admits. */
export interface ManifestProgress {
  state: ManifestState;
  rowsDone: number;
  rowsTotal: number;
  counts: RowCounts;
  errorCode: string | null;
}

/** Whether the server is at work on it. */
export function isWorking(state: ManifestState): boolean {
  return state === 'uploaded' || state === 'reading' || state === 'admitting';
}

/** The lists uploaded at a site, newest first. */
export function manifestsOf(siteId: string) {
  return infiniteQueryOptions({
    queryKey: ['manifests', siteId],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/manifests', { params: { query: { siteId, limit: 20, after: pageParam ?? undefined } } })) as Promise<{ items: Manifest[]; next: string | null }>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** One list with how it is read. */
export function manifest(id: string) {
  return queryOptions({
    queryKey: ['manifest', id],
    queryFn: () => read(api.GET('/api/manifests/{id}', { params: { path: { id } } })) as Promise<ManifestReading>,
  });
}

/** The rows of a list in one state. */
export function manifestRows(id: string, state: RowState) {
  return infiniteQueryOptions({
    queryKey: ['manifest-rows', id, state],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/manifests/{id}/rows', { params: { path: { id }, query: { state, limit: 25, after: pageParam === null ? undefined : Number(pageParam) } } })) as Promise<{
        items: StagedRow[];
        next: string | null;
      }>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Names stay on the screen no longer than they are looked at.
    gcTime: 0,
  });
}

/** Uploads a list. The same file again answers the first upload. */
export async function uploadManifest(siteId: string, arrivedOn: string, file: File, arrivalId?: string): Promise<UploadedManifest> {
  const body = new FormData();
  body.set('siteId', siteId);
  body.set('arrivedOn', arrivedOn);
  if (arrivalId) body.set('arrivalId', arrivalId);
  body.set('file', file);
  const response = await apiFetch('/api/manifests', { method: 'POST', body });
  return (await response.json()) as UploadedManifest;
}

/** Says what the columns are; the list is then read again. */
export function changeMapping(id: string, body: { columns: { column: number; field: ManifestField }[]; dateOrder: DateOrder | null; headerRows: number }): Promise<Manifest> {
  return read(api.PUT('/api/manifests/{id}/mapping', { params: { path: { id } }, body })) as Promise<Manifest>;
}

/** Mends a row or decides about it, as it stood on the screen. */
export function changeRow(id: string, { number, version }: StagedRow, change: RowChange): Promise<StagedRow> {
  const params = { path: { id, number } };
  const call = 'decision' in change
    ? api.POST('/api/manifests/{id}/rows/{number}/decision', { params, body: { version, ...change } })
    : api.PATCH('/api/manifests/{id}/rows/{number}', { params, body: { version, ...change } });
  return read(call) as Promise<StagedRow>;
}

/** Lets the good rows in. */
export function admitRows(id: string): Promise<Manifest> {
  return read(api.POST('/api/manifests/{id}/admit', { params: { path: { id } } })) as Promise<Manifest>;
}
