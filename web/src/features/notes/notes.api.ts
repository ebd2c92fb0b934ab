import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** One note with its text. */
export type Note = components['schemas']['NoteView'];

/** A note with what corrects it. */
export type NoteThread = components['schemas']['NoteThread'];

/** What is written of a note. */
export type NewNote = RequestBody<'/api/cases/{id}/notes', 'post'>;

export type NoteSection = keyof Note['sections'];

export const contactModes = ['in_person', 'phone', 'video', 'message', 'home_visit', 'with_family', 'letter', 'other'] as const satisfies readonly Note['mode'][];
export const interpreters = ['none', 'staff', 'telephone', 'agency', 'volunteer'] as const satisfies readonly Note['interpreter'][];
export const noteFormats = ['free', 'dap', 'soap'] as const satisfies readonly Note['format'][];

/** The sections of each layout, in their order. */
export const sectionsOf: Record<Note['format'], readonly NoteSection[]> = {
  free: ['text'],
  dap: ['data', 'assessment', 'plan'],
  soap: ['subjective', 'objective', 'assessment', 'plan'],
};

/** Everything that is read of the notes of a case. */
export const notesKey = (caseId: string) => ['cases', 'notes', caseId] as const;

/** A part of the notes of a case, the newest contact first. */
export function notesPage(caseId: string, after: string | null): Promise<components['schemas']['NotePage']> {
  return read(api.GET('/api/cases/{id}/notes', { params: { path: { id: caseId }, query: after === null ? {} : { after } } }));
}

/** One note as it is on the server now. */
export function noteOf(id: string): Promise<Note> {
  return read(api.GET('/api/case-notes/{id}', { params: { path: { id } } }));
}

/** Who may be asked to co-sign a note. */
export function cosignersOf(noteId: string) {
  return queryOptions({
    queryKey: ['cases', 'cosigners', noteId],
    queryFn: () => read(api.GET('/api/case-notes/{id}/cosigners', { params: { path: { id: noteId } } })),
  });
}

/** Begins a note, or one that corrects another. */
export function beginNote(caseId: string, correctsId: string | null, body: NewNote): Promise<Note> {
  if (correctsId === null) return read(api.POST('/api/cases/{id}/notes', { params: { path: { id: caseId } }, body }));
  return read(api.POST('/api/case-notes/{id}/correct', { params: { path: { id: correctsId } }, body }));
}

/** Saves a draft as it stands; refused when another window saved it since this version. */
export function saveNote(id: string, version: number, body: NewNote): Promise<Note> {
  return read(api.PATCH('/api/case-notes/{id}', { params: { path: { id } }, body: { ...body, version } }));
}

export function discardNote(id: string): Promise<unknown> {
  return api.DELETE('/api/case-notes/{id}', { params: { path: { id } } });
}

export function askCosignature(id: string, userId: string): Promise<Note> {
  return read(api.POST('/api/case-notes/{id}/ask-cosign', { params: { path: { id } }, body: { userId } }));
}

export function cosign(id: string): Promise<Note> {
  return read(api.POST('/api/case-notes/{id}/cosign', { params: { path: { id } } }));
}

export function recordTime(id: string): Promise<Note> {
  return read(api.POST('/api/case-notes/{id}/time', { params: { path: { id } } }));
}

export function undoTime(id: string): Promise<Note> {
  return read(api.DELETE('/api/case-notes/{id}/time', { params: { path: { id } } }));
}
