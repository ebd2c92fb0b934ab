import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, download, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';
import { type OnProgress, sendFile } from '../../api/send-file';

/** A file of a case, or that there was one. */
export type CaseFile = components['schemas']['CaseFileView'];

/** A file that was taken, and what was done with it. */
export type AddedCaseFile = components['schemas']['AddedCaseFileView'];

export type CaseFileKind = CaseFile['kind'];
export const caseFileKinds = [
  'identity', 'court_notice', 'immigration', 'work_permit', 'lease', 'benefits', 'school', 'health', 'employment', 'signature_page', 'consent_form', 'other',
] as const satisfies readonly CaseFileKind[];

export type Compartment = NonNullable<CaseFile['compartment']>;

/** What is said about a file. */
export interface FileFacts {
  title: string;
  kind: CaseFileKind;
  compartment: Compartment | null;
  documentDate: string;
  expiresOn: string;
}

/** The largest file that is taken. */
export const mostBytes = 20 * 1024 * 1024;

/** What the device's own file dialog offers. The server looks at the content. */
export const takenFiles = '.pdf,.jpg,.jpeg,.png,.heic,.heif,.docx,application/pdf,image/jpeg,image/png,image/heic,image/heif,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The files of a case, what expires soonest first. */
export function filesOf(caseId: string) {
  return infiniteQueryOptions({
    queryKey: ['cases', 'files', caseId],
    queryFn: ({ pageParam }) => read(api.GET('/api/cases/{id}/files', { params: { path: { id: caseId }, query: { limit: 50, after: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Titles stay on the screen no longer than they are looked at.
    gcTime: 0,
  });
}

/** Puts a file on a case. The same file again answers the first one. */
export function addFile(caseId: string, file: File, facts: FileFacts, onProgress: OnProgress): Promise<AddedCaseFile> {
  const form = new FormData();
  form.set('title', facts.title);
  form.set('kind', facts.kind);
  if (facts.compartment) form.set('compartment', facts.compartment);
  if (facts.documentDate) form.set('documentDate', facts.documentDate);
  if (facts.expiresOn) form.set('expiresOn', facts.expiresOn);
  form.set('file', file);
  return sendFile(`/api/cases/${caseId}/files`, form, onProgress);
}

/** Renames a file, says what it is, or when it expires. */
export function changeFile(id: string, body: RequestBody<'/api/case-files/{id}', 'patch'>): Promise<CaseFile> {
  return read(api.PATCH('/api/case-files/{id}', { params: { path: { id } }, body }));
}

/** Destroys the content of a file. */
export async function removeFile(id: string): Promise<void> {
  await api.DELETE('/api/case-files/{id}', { params: { path: { id } } });
}

/** Saves a file on the device. */
export function saveFile({ id, title }: CaseFile): Promise<void> {
  return download(`/api/case-files/${id}/content`, title);
}
