import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** A line of the catalogue. */
export type ServiceKind = components['schemas']['ServiceKindView'];
export type ServiceCategory = ServiceKind['category'];

/** In the order in which they are offered. */
export const serviceCategories = ['meals', 'hygiene', 'clothing', 'medical', 'transportation', 'translation', 'outreach', 'labor', 'renovation', 'other'] as const satisfies readonly ServiceCategory[];

/** Why somebody gets more than the catalogue foresees, in the order in which it is offered. */
export type OverLimitReason = NonNullable<ServiceEntry['overLimitReason']>;
export const overLimitReasons = ['lost', 'shared', 'soiled', 'medical_need', 'journey', 'child_need', 'other'] as const satisfies readonly OverLimitReason[];

/** Why something is taken back, in the order in which it is offered. */
export type ReversalReason = RequestBody<'/api/service-batches/{id}/reverse', 'post'>['reason'];
export const reversalReasons = ['entry_mistake', 'wrong_people', 'wrong_service', 'wrong_quantity', 'wrong_day', 'counted_twice', 'not_given', 'other'] as const satisfies readonly ReversalReason[];

/** Somebody in the house; the name is null for those who may not read people. */
export type ServedPerson = components['schemas']['ServedPersonView'];

/** A party or room with people in the house. */
export type ServedGroup = components['schemas']['ServedGroupView'];

/** Whom services can be logged for on a day. */
export type ServiceTargets = components['schemas']['ServiceTargetsView'];

/** Whom somebody pointed at. */
export type Whom =
  | { personIds: string[] } | { partyIds: string[] } | { roomId: string } | { everyone: true } | { headcount: number } | { staffUserId: string } | Record<string, never>;

/** What is logged beside for whom. */
export interface ServiceDetails {
  quantity: number;
  servedOn: string;
  note: string;
}

/** What the server wrote. */
export type LoggedService = components['schemas']['LoggedServiceView'];

/** Somebody who gets more than the catalogue foresees. */
export interface OverLimit {
  subjectId: string;
  limit: 'most_per_day' | 'interval';
  allowed: number;
  given: number;
  lastAt: string | null;
}

/** A part of the log. */
export type ServiceBatch = components['schemas']['ServiceBatchView'];

/** One line of a batch. */
export type ServiceEntry = components['schemas']['ServiceEntryView'];

/** The catalogue. */
export function serviceKinds() {
  return queryOptions({ queryKey: ['services', 'kinds'], queryFn: () => read(api.GET('/api/service-kinds', {})) });
}

/** Who is in the house on a day. */
export function serviceTargets(siteId: string, on: string) {
  return queryOptions({
    queryKey: ['services', 'targets', siteId, on],
    queryFn: () => read(api.GET('/api/service-targets', { params: { query: { siteId, on } } })),
  });
}

/** What was logged for a day, the latest first. */
export function serviceLog(siteId: string, on: string) {
  return infiniteQueryOptions({
    queryKey: ['services', 'log', siteId, on],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/service-batches', { params: { query: { siteId, on, limit: 20, ...(pageParam ? { after: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** A batch with its lines. */
export function serviceBatch(id: string) {
  return queryOptions({
    queryKey: ['services', 'batch', id],
    queryFn: () => read(api.GET('/api/service-batches/{id}', { params: { path: { id } } })),
    staleTime: 0,
  });
}

/** Logs a service; with a reason it passes a limit. */
export function logService(siteId: string, kindId: string, whom: Whom, { quantity, servedOn, note }: ServiceDetails, overrideReason?: OverLimitReason): Promise<LoggedService> {
  const body = { siteId, kindId, ...whom, quantity, servedOn, ...(note.trim() ? { note: note.trim() } : {}), ...(overrideReason ? { overrideReason } : {}) };
  return read(api.POST('/api/service-batches', { body }));
}

/** Takes a batch or one line of it back. */
export function takeBack(what: 'service-batches' | 'service-entries', id: string, reason: ReversalReason, note = ''): Promise<unknown> {
  return read(api.POST(`/api/${what}/{id}/reverse`, { params: { path: { id } }, body: { reason, ...(note.trim() ? { note: note.trim() } : {}) } }));
}

/** People who are not in the house, found by name. */
export function findPeople(siteId: string, text: string) {
  return queryOptions({
    queryKey: ['services', 'people', siteId, text],
    queryFn: () => read(api.POST('/api/people/search', { body: { text, siteId } })),
    gcTime: 0,
  });
}
