import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

export type Explanation = Consent['explained'];
export const explanations = ['read_aloud', 'interpreter', 'read_by_person', 'audio'] as const satisfies readonly Explanation[];
export type Interpreter = NonNullable<Consent['interpreter']>;
export const interpreters = ['telephone', 'staff', 'agency', 'volunteer'] as const satisfies readonly Interpreter[];
export type Capture = Consent['captured'];
export const captures = ['verbal', 'signature', 'mark'] as const satisfies readonly Capture[];
export type Assent = NonNullable<Consent['assent']>;
export const assents = ['given', 'refused', 'too_young'] as const satisfies readonly Assent[];
export type Withdrawer = NonNullable<Consent['withdrawnSaidBy']>;
export const withdrawers = ['participant', 'guardian', 'worker_on_request'] as const satisfies readonly Withdrawer[];
export type WithdrawalWay = NonNullable<Consent['withdrawnHow']>;
export const withdrawalWays = ['in_person', 'telephone', 'message', 'letter'] as const satisfies readonly WithdrawalWay[];

/** What a person answered to one purpose. */
export type Consent = components['schemas']['ConsentView'];

/** What people are asked, in one language. */
export type ConsentTexts = components['schemas']['ConsentTextList'];

/** Something that was told about somebody. */
export type Disclosure = components['schemas']['DisclosureView'];

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

/** To whom something may be told, who is offered at present. */
export function consentRecipients() {
  return queryOptions({
    queryKey: ['consent-recipients'],
    queryFn: () => read(api.GET('/api/consent-recipients')),
  });
}

export function consentsOf(personId: string) {
  return queryOptions({
    queryKey: ['people', 'consents', personId],
    queryFn: () => read(api.GET('/api/people/{id}/consents', { params: { path: { id: personId } } })),
  });
}

export function disclosuresOf(personId: string) {
  return queryOptions({
    queryKey: ['people', 'disclosures', personId],
    queryFn: () => read(api.GET('/api/people/{id}/disclosures', { params: { path: { id: personId } } })),
  });
}

export function recordConsents(personId: string, body: NewConsents): Promise<components['schemas']['ConsentList']> {
  return read(api.POST('/api/people/{id}/consents', { params: { path: { id: personId } }, body }));
}

export function withdrawConsent(id: string, body: RequestBody<'/api/consents/{id}/withdraw', 'post'>): Promise<components['schemas']['WithdrawnConsent']> {
  return read(api.POST('/api/consents/{id}/withdraw', { params: { path: { id } }, body }));
}

export function recordDisclosure(personId: string, body: RequestBody<'/api/people/{id}/disclosures', 'post'>): Promise<components['schemas']['DisclosureList']> {
  return read(api.POST('/api/people/{id}/disclosures', { params: { path: { id: personId } }, body }));
}
