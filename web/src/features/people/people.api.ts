import { queryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

export type Need = NonNullable<PersonChange['needs']>[number];
export const needs = ['crib', 'lower_bunk', 'wheelchair', 'ground_floor', 'private_room', 'quiet_room', 'medication_storage', 'pregnant', 'special_diet'] as const satisfies readonly Need[];
export type Sex = NonNullable<PersonLine['sex']>;
export const sexes = ['female', 'male', 'other', 'undisclosed'] as const satisfies readonly Sex[];
export type AgeBand = PersonLine['ageBand'];
export type ProtectionState = PersonLine['protectionReview'];

/** A person as lists show them. */
export type PersonLine = components['schemas']['PersonLine'];

/** What a search found. */
export type PeopleFound = components['schemas']['PeopleFound'];

export type Channel = ContactPoint['channel'];
export const channels = ['phone', 'whatsapp', 'email'] as const satisfies readonly Channel[];
export type Owner = ContactPoint['owner'];
export const owners = ['self', 'shared', 'relative', 'sponsor'] as const satisfies readonly Owner[];

/** What somebody said is safe. */
export type Safety = Required<RequestBody<'/api/people/{id}/contact-points/{contactPointId}', 'patch'>>;

/** A way to reach a person, masked. */
export type ContactPoint = components['schemas']['ContactPointView'];

/** A number or address to be recorded. */
export type NewContactPoint = Required<RequestBody<'/api/people/{id}/contact-points', 'post'>>;

/** The question whether a minor is safe with whom they came. */
export type ProtectionReview = components['schemas']['ProtectionReviewView'];

/** A person as their page shows them. */
export type Person = components['schemas']['PersonView'];

/** What changes about a person. */
export type PersonChange = RequestBody<'/api/people/{id}', 'patch'>;

export type Revealable = Revealed['field'];
export type Revealed = components['schemas']['RevealedField'];

/** One thing that happened. */
export type TimelineItem = components['schemas']['TimelineItem'];

/** People whose names sound like what is typed; nothing is asked below two letters. */
export function peopleFound(siteId: string, text: string) {
  return queryOptions({
    queryKey: ['people', 'search', siteId, text],
    queryFn: ({ signal }) => read(api.POST('/api/people/search', { body: { text, siteId }, signal })),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 60_000,
  });
}

export function openReviews(siteId: string) {
  return queryOptions({
    queryKey: ['people', 'reviews', siteId],
    queryFn: () => read(api.GET('/api/protection-reviews', { params: { query: { siteId } } })),
  });
}

export function personPage(id: string) {
  return queryOptions({
    queryKey: ['people', 'person', id],
    queryFn: () => read(api.GET('/api/people/{id}', { params: { path: { id } } })),
  });
}

export function matchesOf(id: string) {
  return queryOptions({
    queryKey: ['people', 'matches', id],
    queryFn: () => read(api.GET('/api/people/{id}/matches', { params: { path: { id } } })),
  });
}

/** A part of the timeline of a person or party, from behind a place on. */
export function timelineOf(kind: 'people' | 'parties', id: string, after: string | null): Promise<components['schemas']['TimelinePage']> {
  const query = after === null ? {} : { after };
  return read(api.GET(`/api/${kind}/{id}/timeline`, { params: { path: { id }, query } }));
}

export function changePerson(id: string, body: PersonChange): Promise<Person> {
  return read(api.PATCH('/api/people/{id}', { params: { path: { id } }, body }));
}

export function revealField(id: string, body: RequestBody<'/api/people/{id}/reveal', 'post'>): Promise<Revealed> {
  return read(api.POST('/api/people/{id}/reveal', { params: { path: { id } }, body }));
}

export function recordContact(id: string, body: NewContactPoint): Promise<ContactPoint> {
  return read(api.POST('/api/people/{id}/contact-points', { params: { path: { id } }, body }));
}

export function askContactAgain(id: string, contactPointId: string, body: Safety): Promise<ContactPoint> {
  return read(api.PATCH('/api/people/{id}/contact-points/{contactPointId}', { params: { path: { id, contactPointId } }, body }));
}

export function endContact(id: string, contactPointId: string): Promise<ContactPoint> {
  return read(api.DELETE('/api/people/{id}/contact-points/{contactPointId}', { params: { path: { id, contactPointId } } }));
}

export function decideReview(id: string, body: RequestBody<'/api/protection-reviews/{id}/decide', 'post'>): Promise<ProtectionReview> {
  return read(api.POST('/api/protection-reviews/{id}/decide', { params: { path: { id } }, body }));
}
