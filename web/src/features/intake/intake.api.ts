import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { IntakeBody } from './intake-body';

/** A form that was not finished. */
export interface DraftLine {
  id: string;
  siteId: string;
  title: string;
  version: number;
  savedAt: string;
  forgottenAt: string;
}

/** Somebody known who may be the one who is being typed. */
export interface Match {
  id: string;
  name: string;
  age: number | null;
  ageBand: string;
  partyCode: string | null;
  arrivedOn: string | null;
  same: string[];
  different: string[];
}

/** One thing to ask, in words that can be read aloud. */
export interface ConsentText {
  purpose: string;
  title: string;
  text: string;
  atIntake: boolean;
}

/** The party that was recorded. */
export interface IntakeRecorded {
  partyId: string;
  code: string;
  personIds: string[];
  concerns: { personId: string; reason: string }[];
}

export const draftsKey = ['intake', 'drafts'];

/** The forms of this worker that were not finished. */
export function drafts() {
  return queryOptions({
    queryKey: draftsKey,
    queryFn: () => read(api.GET('/api/intake-drafts', {})) as Promise<{ items: DraftLine[] }>,
    staleTime: 0,
    gcTime: 0,
  });
}

export function openDraft(id: string): Promise<DraftLine & { content: string }> {
  return read(api.GET('/api/intake-drafts/{id}', { params: { path: { id } } })) as Promise<DraftLine & { content: string }>;
}

export function saveDraft(id: string, body: { siteId: string; version: number; title: string; content: string }): Promise<{ version: number; savedAt: string }> {
  return read(api.PUT('/api/intake-drafts/{id}', { params: { path: { id } }, body })) as Promise<{ version: number; savedAt: string }>;
}

export async function discardDraft(id: string): Promise<void> {
  await api.DELETE('/api/intake-drafts/{id}', { params: { path: { id } } });
}

export function recordIntake(body: IntakeBody): Promise<IntakeRecorded> {
  return read(api.POST('/api/intakes', { body: body as RequestBody<'/api/intakes', 'post'> })) as Promise<IntakeRecorded>;
}

/** People who may be somebody who is being typed; asked once a name is long enough. */
export function matchesFor(asked: { givenNames: string; familyNames: string; birthDate: string | null; aNumber: string | null }) {
  return queryOptions({
    queryKey: ['intake', 'matches', asked],
    queryFn: ({ signal }) => read(api.POST('/api/people/matches', { body: asked, signal })) as Promise<{ items: Match[] }>,
    enabled: asked.givenNames.length >= 2 && asked.familyNames.length >= 2,
    gcTime: 60_000,
  });
}

/** The texts to read to people, in their language. */
export function consentTexts(language: string) {
  return queryOptions({
    queryKey: ['consent-texts', language],
    queryFn: () => read(api.GET('/api/consent-texts', { params: { query: { language } } })) as Promise<{ language: string; version: string; items: ConsentText[] }>,
    staleTime: Infinity,
  });
}
