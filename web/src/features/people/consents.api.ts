import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

export type Explanation = Consent['explained'];
export const explanations = ['read_aloud', 'interpreter', 'read_by_person', 'audio'] as const satisfies readonly Explanation[];
export type Interpreter = NonNullable<Consent['interpreter']>;
export const interpreters = ['telephone', 'staff', 'agency', 'volunteer'] as const satisfies readonly Interpreter[];
export type Capture = Consent['captured'];
export const captures = ['verbal', 'signature', 'mark'] as const satisfies readonly Capture[];

/** What a person answered to one purpose. */
export type Consent = components['schemas']['ConsentView'];

/** What a person answered in one conversation. */
export type NewConsents = RequestBody<'/api/people/{id}/consents', 'post'>;

export type Purpose = NewConsents['answers'][number]['purpose'];

export function consentTexts(language: string) {
  return queryOptions({
    queryKey: ['consent-texts', language],
    queryFn: () => read(api.GET('/api/consent-texts', { params: { query: { language } } })),
    staleTime: Infinity,
  });
}

export function consentsOf(personId: string) {
  return queryOptions({
    queryKey: ['people', 'consents', personId],
    queryFn: () => read(api.GET('/api/people/{id}/consents', { params: { path: { id: personId } } })),
  });
}

export function recordConsents(personId: string, body: NewConsents): Promise<components['schemas']['ConsentList']> {
  return read(api.POST('/api/people/{id}/consents', { params: { path: { id: personId } }, body }));
}

export function withdrawConsent(id: string): Promise<Consent> {
  return read(api.POST('/api/consents/{id}/withdraw', { params: { path: { id } } }));
}
