import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, apiFetch, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** What a column of a list can be. */
export type ManifestField = NonNullable<ManifestColumn['field']>;
export const manifestFields = [
  'full_name', 'given_names', 'family_names', 'second_family_name', 'birth_date', 'age', 'sex', 'nationality', 'a_number', 'group', 'relation',
  'language', 'destination', 'phone', 'released_on', 'notes_ignored',
] as const satisfies readonly ManifestField[];
export type DateOrder = NonNullable<ManifestReading['dateOrder']>;
export type ManifestState = Manifest['state'];
export type RowState = StagedRow['state'];

/** One column of the file: its title, what we take it for, and a few of its cells. */
export type ManifestColumn = components['schemas']['ManifestColumnView'];

/** A list of people that was uploaded. */
export type Manifest = components['schemas']['ManifestView'];

/** What the upload answers: the manifest, and whether this file had been uploaded before. */
export type UploadedManifest = components['schemas']['UploadedManifestView'];

/** A list with how its columns and dates are read. */
export type ManifestReading = components['schemas']['ManifestReadingView'];

/** Something wrong with a row, or worth a look. */
export type RowNote = components['schemas']['RowNoteView'];

/** One row of the list as we understand it. */
export type StagedRow = components['schemas']['ManifestRowView'];

/** The fields of a row as somebody wrote them. */
export type WrittenFields = StagedRow['written'];

/** What somebody does with a row: put it right, keep it out, or say who it is. */
export type RowChange =
  | Omit<RequestBody<'/api/manifests/{id}/rows/{number}', 'patch'>, 'version'>
  | Omit<RequestBody<'/api/manifests/{id}/rows/{number}/decision', 'post'>, 'version'>;

/** What the server tells while it reads or admits. */
export type ManifestProgress = components['schemas']['ManifestProgressView'];

/** Whether the server is at work on it. */
export function isWorking(state: ManifestState): boolean {
  return state === 'uploaded' || state === 'reading' || state === 'admitting';
}

/** The lists uploaded at a site, newest first. */
export function manifestsOf(siteId: string) {
  return infiniteQueryOptions({
    queryKey: ['manifests', siteId],
    queryFn: ({ pageParam }) => read(api.GET('/api/manifests', { params: { query: { siteId, limit: 20, after: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** One list with how it is read. */
export function manifest(id: string) {
  return queryOptions({
    queryKey: ['manifest', id],
    queryFn: () => read(api.GET('/api/manifests/{id}', { params: { path: { id } } })),
  });
}

/** The rows of a list in one state. */
export function manifestRows(id: string, state: RowState) {
  return infiniteQueryOptions({
    queryKey: ['manifest-rows', id, state],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/manifests/{id}/rows', { params: { path: { id }, query: { state, limit: 25, after: pageParam === null ? undefined : Number(pageParam) } } })),
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
export function changeMapping(id: string, body: RequestBody<'/api/manifests/{id}/mapping', 'put'>): Promise<Manifest> {
  return read(api.PUT('/api/manifests/{id}/mapping', { params: { path: { id } }, body }));
}

/** Mends a row or decides about it, as it stood on the screen. */
export function changeRow(id: string, { number, version }: StagedRow, change: RowChange): Promise<StagedRow> {
  const params = { path: { id, number } };
  const call = 'decision' in change
    ? api.POST('/api/manifests/{id}/rows/{number}/decision', { params, body: { version, ...change } })
    : api.PATCH('/api/manifests/{id}/rows/{number}', { params, body: { version, ...change } });
  return read(call);
}

/** Lets the good rows in. */
export function admitRows(id: string): Promise<Manifest> {
  return read(api.POST('/api/manifests/{id}/admit', { params: { path: { id } } }));
}
