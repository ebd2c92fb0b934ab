import { queryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';

export const needs = ['crib', 'lower_bunk', 'wheelchair', 'ground_floor', 'private_room', 'quiet_room', 'medication_storage', 'pregnant', 'special_diet'] as const;
export const sexes = ['female', 'male', 'other', 'undisclosed'] as const;
export type Sex = (typeof sexes)[number];
export type AgeBand = 'infant' | 'child' | 'teen' | 'adult' | 'older' | 'unknown';
export type ProtectionState = 'none' | 'required' | 'cleared';

/** A person as lists show them. */
export interface PersonLine {
  id: string;
  name: string;
  age: number | null;
  ageBand: AgeBand;
  sex: Sex | null;
  languageSpoken: string | null;
  needs: string[];
  protectionReview: ProtectionState;
  partyId: string | null;
  partyCode: string | null;
  siteId: string | null;
  arrivedOn: string | null;
  leftOn: string | null;
}

/** What a search found. */
export interface PeopleFound {
  items: PersonLine[];
  party: { id: string; code: string; siteId: string; arrivedOn: string; people: number } | null;
}

/** Somebody known who may be the same person. */
export interface Match extends PersonLine {
  same: string[];
  different: string[];
}

/** A person's time in a party. */
export interface Membership {
  partyId: string;
  code: string;
  siteId: string;
  arrivedOn: string;
  relation: string;
  isHead: boolean;
  joinedOn: string;
  leftOn: string | null;
}

export const channels = ['phone', 'whatsapp', 'email'] as const;
export type Channel = (typeof channels)[number];
export const owners = ['self', 'shared', 'relative', 'sponsor'] as const;
export type Owner = (typeof owners)[number];

/** What somebody said is safe. */
export interface Safety {
  safeToText: boolean;
  safeToCall: boolean;
  safeToLeaveMessage: boolean;
  safeToSayName: boolean;
  doNotContact: boolean;
  language: string | null;
}

/** A way to reach a person, masked. */
export interface ContactPoint extends Safety {
  id: string;
  channel: Channel;
  owner: Owner;
  value: string;
  isShared: boolean;
  verifiedAt: string | null;
  recordedAt: string;
  endedAt: string | null;
}

/** A number or address to be recorded. */
export interface NewContactPoint extends Safety {
  channel: Channel;
  owner: Owner;
  value: string;
  sharedWith: string | null;
  safeHours: string | null;
}

/** The question whether a minor is safe with whom they came. */
export interface ProtectionReview {
  id: string;
  personId: string;
  partyId: string;
  siteId: string;
  reason: 'minor_without_parent' | 'minor_alone';
  state: 'open' | 'cleared' | 'escalated';
  raisedAt: string;
  decidedAt: string | null;
  note: string | null;
  mayDecide: boolean;
}

/** A review in the list of a site. */
export interface ReviewLine extends ProtectionReview {
  name: string;
  age: number | null;
  partyCode: string;
}

/** A person as their page shows them. */
export interface Person {
  id: string;
  givenNames: string;
  familyNames: string;
  otherNames: string[];
  age: number | null;
  ageBand: AgeBand;
  birthDateQuality: 'full' | 'approximate' | 'year' | 'unknown';
  aNumber: string | null;
  aNumberStatus: 'verified' | 'stated' | 'missing' | 'refused';
  hasNationality: boolean;
  sex: Sex | null;
  languageSpoken: string | null;
  languageRead: string | null;
  interpreterNeeded: boolean;
  needs: string[];
  releasedOn: string | null;
  protectionReview: ProtectionState;
  version: number;
  recordedAt: string;
  parties: Membership[];
  contactPoints: ContactPoint[];
  protectionReviews: ProtectionReview[];
  may: { change: boolean; reveal: boolean; recordContact: boolean; recordConsent: boolean; decideProtection: boolean };
}

/** What changes about a person. */
export type PersonChange = { version: number } & Partial<{
  givenNames: string;
  familyNames: string;
  otherNames: string[];
  birthDate: string | null;
  birthDateQuality: string;
  aNumber: string | null;
  nationality: string | null;
  sex: Sex | null;
  languageSpoken: string | null;
  languageRead: string | null;
  interpreterNeeded: boolean;
  needs: string[];
}>;

export type Revealable = 'aNumber' | 'birthDate' | 'nationality' | 'contactPoint';
export interface Revealed {
  field: Revealable;
  value: string;
  sharedWith: string | null;
  safeHours: string | null;
}

/** One thing that happened. */
export interface TimelineItem {
  id: string;
  kind: string;
  at: string;
  wholeDay: boolean;
  personId: string;
  partyId: string | null;
  siteId: string | null;
  state: string | null;
  detail: string | null;
  from: string | null;
  to: string | null;
  labels: Record<string, string> | null;
  quantity: number | null;
}

/** People whose names sound like what is typed; nothing is asked below two letters. */
export function peopleFound(siteId: string, text: string) {
  return queryOptions({
    queryKey: ['people', 'search', siteId, text],
    queryFn: ({ signal }) => read(api.POST('/api/people/search', { body: { text, siteId }, signal })) as Promise<PeopleFound>,
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 60_000,
  });
}

export function openReviews(siteId: string) {
  return queryOptions({
    queryKey: ['people', 'reviews', siteId],
    queryFn: () => read(api.GET('/api/protection-reviews', { params: { query: { siteId } } })) as Promise<{ items: ReviewLine[]; next: string | null }>,
  });
}

export function personPage(id: string) {
  return queryOptions({
    queryKey: ['people', 'person', id],
    queryFn: () => read(api.GET('/api/people/{id}', { params: { path: { id } } })) as Promise<Person>,
  });
}

export function matchesOf(id: string) {
  return queryOptions({
    queryKey: ['people', 'matches', id],
    queryFn: () => read(api.GET('/api/people/{id}/matches', { params: { path: { id } } })) as Promise<{ items: Match[] }>,
  });
}

/** A part of the timeline of a person or party, from behind a place on. */
export function timelineOf(kind: 'people' | 'parties', id: string, after: string | null): Promise<{ items: TimelineItem[]; next: string | null }> {
  const query = after === null ? {} : { after };
  return read(api.GET(`/api/${kind}/{id}/timeline`, { params: { path: { id }, query } })) as Promise<{ items: TimelineItem[]; next: string | null }>;
}

export function changePerson(id: string, body: PersonChange): Promise<Person> {
  return read(api.PATCH('/api/people/{id}', { params: { path: { id } }, body: body as RequestBody<'/api/people/{id}', 'patch'> })) as Promise<Person>;
}

export function revealField(id: string, body: { field: Revealable; contactPointId?: string; reason: string }): Promise<Revealed> {
  return read(api.POST('/api/people/{id}/reveal', { params: { path: { id } }, body })) as Promise<Revealed>;
}

export function recordContact(id: string, body: NewContactPoint): Promise<ContactPoint> {
  return read(api.POST('/api/people/{id}/contact-points', { params: { path: { id } }, body })) as Promise<ContactPoint>;
}

export function askContactAgain(id: string, contactPointId: string, body: Safety): Promise<ContactPoint> {
  return read(api.PATCH('/api/people/{id}/contact-points/{contactPointId}', { params: { path: { id, contactPointId } }, body })) as Promise<ContactPoint>;
}

export function endContact(id: string, contactPointId: string): Promise<ContactPoint> {
  return read(api.DELETE('/api/people/{id}/contact-points/{contactPointId}', { params: { path: { id, contactPointId } } })) as Promise<ContactPoint>;
}

export function decideReview(id: string, body: { decision: 'cleared' | 'escalated'; note: string }): Promise<ProtectionReview> {
  return read(api.POST('/api/protection-reviews/{id}/decide', { params: { path: { id } }, body })) as Promise<ProtectionReview>;
}
