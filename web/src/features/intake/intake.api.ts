import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';
import type { IntakeBody } from './intake-form';

/** A form that was not finished. */
export type DraftLine = components['schemas']['DraftLine'];

/** Somebody known who may be the one who is being typed. */
export type Match = components['schemas']['MatchView'];

/** The party that was recorded. */
export type IntakeRecorded = components['schemas']['IntakeView'];

export const draftsKey = ['intake', 'drafts'];

/** The forms of this worker that were not finished. */
export function drafts() {
  return queryOptions({
    queryKey: draftsKey,
    queryFn: () => read(api.GET('/api/intake-drafts', {})),
    staleTime: 0,
    gcTime: 0,
  });
}

export function openDraft(id: string): Promise<components['schemas']['DraftView']> {
  return read(api.GET('/api/intake-drafts/{id}', { params: { path: { id } } }));
}

export function saveDraft(id: string, body: RequestBody<'/api/intake-drafts/{id}', 'put'>): Promise<components['schemas']['DraftSaved']> {
  return read(api.PUT('/api/intake-drafts/{id}', { params: { path: { id } }, body }));
}

export async function discardDraft(id: string): Promise<void> {
  await api.DELETE('/api/intake-drafts/{id}', { params: { path: { id } } });
}

export function recordIntake(body: IntakeBody): Promise<IntakeRecorded> {
  return read(api.POST('/api/intakes', { body }));
}

/** People who may be somebody who is being typed; asked once a name is long enough. */
export function matchesFor(asked: { givenNames: string; familyNames: string; birthDate: string | null; aNumber: string | null }) {
  return queryOptions({
    queryKey: ['intake', 'matches', asked],
    queryFn: ({ signal }) => read(api.POST('/api/people/matches', { body: asked, signal })),
    enabled: asked.givenNames.length >= 2 && asked.familyNames.length >= 2,
    gcTime: 60_000,
  });
}

/** The texts to read to people, in their language. */
export function consentTexts(language: string) {
  return queryOptions({
    queryKey: ['consent-texts', language],
    queryFn: () => read(api.GET('/api/consent-texts', { params: { query: { language } } })),
    staleTime: Infinity,
  });
}
