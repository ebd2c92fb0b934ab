import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** The texts of a language and how far they have come. */
export type TextReview = components['schemas']['ConsentTextReviewView'];

/** An office to whom something may be told with consent. */
export type Recipient = components['schemas']['ConsentRecipientView'];
export const recipientKinds = ['legal', 'health', 'partner', 'destination', 'funder', 'evaluator'] as const satisfies readonly Recipient['kind'][];

export function textReviews() {
  return queryOptions({ queryKey: ['consent-text-reviews'], queryFn: () => read(api.GET('/api/consent-text-reviews')) });
}

export function recipients() {
  return queryOptions({ queryKey: ['consent-recipients'], queryFn: () => read(api.GET('/api/consent-recipients')) });
}

export function approveTexts(body: RequestBody<'/api/consent-text-reviews', 'post'>): Promise<TextReview> {
  return read(api.POST('/api/consent-text-reviews', { body }));
}

export function addRecipient(body: RequestBody<'/api/consent-recipients', 'post'>): Promise<Recipient> {
  return read(api.POST('/api/consent-recipients', { body }));
}

export function changeRecipient(id: string, body: RequestBody<'/api/consent-recipients/{id}', 'patch'>): Promise<Recipient> {
  return read(api.PATCH('/api/consent-recipients/{id}', { params: { path: { id } }, body }));
}
