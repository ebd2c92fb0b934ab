import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';

export const explanations = ['read_aloud', 'interpreter', 'read_by_person', 'audio'] as const;
export type Explanation = (typeof explanations)[number];
export const interpreters = ['telephone', 'staff', 'agency', 'volunteer'] as const;
export type Interpreter = (typeof interpreters)[number];
export const captures = ['verbal', 'signature', 'mark'] as const;
export type Capture = (typeof captures)[number];

/** One thing to ask, in words that can be read aloud. */
export interface ConsentText {
  purpose: string;
  title: string;
  text: string;
  atIntake: boolean;
}

/** The texts in one language. */
export interface ConsentTexts {
  language: string;
  version: string;
  items: ConsentText[];
}

/** What a person answered to one purpose. */
export interface Consent {
  id: string;
  purpose: string;
  decision: 'given' | 'refused';
  state: 'live' | 'refused' | 'withdrawn' | 'expired';
  language: string;
  explained: Explanation;
  captured: Capture;
  givenBy: 'self' | 'guardian';
  validFrom: string;
  validUntil: string;
  recordedAt: string;
  withdrawnAt: string | null;
}

/** What a person answered in one conversation. */
export interface NewConsents {
  answers: { purpose: string; decision: 'given' | 'refused' }[];
  language: string;
  explained: Explanation;
  interpreter?: Interpreter;
  captured: Capture;
  givenBy: 'self' | 'guardian';
  givenByPersonId?: string;
  validUntil?: string;
}

export function consentTexts(language: string) {
  return queryOptions({
    queryKey: ['consent-texts', language],
    queryFn: () => read(api.GET('/api/consent-texts', { params: { query: { language } } })) as Promise<ConsentTexts>,
    staleTime: Infinity,
  });
}

export function consentsOf(personId: string) {
  return queryOptions({
    queryKey: ['people', 'consents', personId],
    queryFn: () => read(api.GET('/api/people/{id}/consents', { params: { path: { id: personId } } })) as Promise<{ items: Consent[] }>,
  });
}

export function recordConsents(personId: string, body: NewConsents): Promise<{ items: Consent[] }> {
  return read(api.POST('/api/people/{id}/consents', { params: { path: { id: personId } }, body: body as RequestBody<'/api/people/{id}/consents', 'post'> })) as Promise<{ items: Consent[] }>;
}

export function withdrawConsent(id: string): Promise<Consent> {
  return read(api.POST('/api/consents/{id}/withdraw', { params: { path: { id } } })) as Promise<Consent>;
}
