import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';

export const serviceCategories = ['meals', 'hygiene', 'clothing', 'medical', 'transportation', 'translation', 'outreach', 'labor', 'renovation', 'other'] as const;
export type ServiceCategory = (typeof serviceCategories)[number];
export const overLimitReasons = ['lost', 'shared', 'soiled', 'medical_need', 'journey', 'child_need', 'other'] as const;
export type OverLimitReason = (typeof overLimitReasons)[number];
export const reversalReasons = ['entry_mistake', 'wrong_people', 'wrong_service', 'wrong_quantity', 'wrong_day', 'counted_twice', 'not_given', 'other'] as const;
export type ReversalReason = (typeof reversalReasons)[number];

/** A line of the catalogue. */
export interface ServiceKind {
  id: string;
  code: string;
  category: ServiceCategory;
  labels: { en: string; es: string };
  unit: string;
  subject: 'person' | 'headcount' | 'staff' | 'site';
  maxPerDay: number | null;
  minIntervalMinutes: number | null;
  quick: boolean;
  retiredOn: string | null;
}

/** Somebody in the house; the name is null for those who may not read people. */
export interface ServedPerson {
  id: string;
  name: string | null;
  partyId: string | null;
  roomId: string | null;
}

/** A party or room with people in the house. */
export interface ServedGroup {
  id: string;
  name: string;
  people: number;
}

/** Whom services can be logged for on a day. */
export interface ServiceTargets {
  on: string;
  people: ServedPerson[];
  parties: ServedGroup[];
  rooms: ServedGroup[];
  colleagues: { id: string; name: string }[];
}

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
export interface LoggedService {
  id: string;
  kindId: string;
  entries: number;
  people: number;
  quantity: number;
  overLimit: number;
}

/** Somebody who gets more than the catalogue foresees. */
export interface OverLimit {
  subjectId: string;
  limit: 'most_per_day' | 'interval';
  allowed: number;
  given: number;
  lastAt: string | null;
}

/** A part of the log. */
export interface ServiceBatch extends LoggedService {
  target: 'person' | 'party' | 'room' | 'site' | 'headcount' | 'staff';
  targetName: string | null;
  servedOn: string;
  reversed: number;
  reversalReason: ReversalReason | null;
  note: string | null;
  recordedAt: string;
  recordedByName: string | null;
  mayReverse: boolean;
}

/** One line of a batch. */
export interface ServiceEntry {
  id: string;
  personName: string | null;
  quantity: number;
  people: number;
  overLimitReason: OverLimitReason | null;
  reversedAt: string | null;
  reversalReason: ReversalReason | null;
}

interface Page<T> {
  items: T[];
  next: string | null;
}

/** The catalogue. */
export function serviceKinds() {
  return queryOptions({ queryKey: ['services', 'kinds'], queryFn: () => read(api.GET('/api/service-kinds', {})) as Promise<{ items: ServiceKind[] }> });
}

/** Who is in the house on a day. */
export function serviceTargets(siteId: string, on: string) {
  return queryOptions({
    queryKey: ['services', 'targets', siteId, on],
    queryFn: () => read(api.GET('/api/service-targets', { params: { query: { siteId, on } } })) as Promise<ServiceTargets>,
  });
}

/** What was logged for a day, the latest first. */
export function serviceLog(siteId: string, on: string) {
  return infiniteQueryOptions({
    queryKey: ['services', 'log', siteId, on],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/service-batches', { params: { query: { siteId, on, limit: 20, ...(pageParam ? { after: pageParam } : {}) } } })) as Promise<Page<ServiceBatch>>,
    initialPageParam: '',
    getNextPageParam: (page: Page<ServiceBatch>) => page.next,
  });
}

/** A batch with its lines. */
export function serviceBatch(id: string) {
  return queryOptions({
    queryKey: ['services', 'batch', id],
    queryFn: () => read(api.GET('/api/service-batches/{id}', { params: { path: { id } } })) as Promise<ServiceBatch & { lines: ServiceEntry[] }>,
    staleTime: 0,
  });
}

/** Logs a service; with a reason it passes a limit. */
export function logService(siteId: string, kindId: string, whom: Whom, { quantity, servedOn, note }: ServiceDetails, overrideReason?: OverLimitReason): Promise<LoggedService> {
  const body = { siteId, kindId, ...whom, quantity, servedOn, ...(note.trim() ? { note: note.trim() } : {}), ...(overrideReason ? { overrideReason } : {}) };
  return read(api.POST('/api/service-batches', { body })) as Promise<LoggedService>;
}

/** Takes a batch or one line of it back. */
export function takeBack(what: 'service-batches' | 'service-entries', id: string, reason: ReversalReason, note = ''): Promise<unknown> {
  return read(api.POST(`/api/${what}/{id}/reverse`, { params: { path: { id } }, body: { reason, ...(note.trim() ? { note: note.trim() } : {}) } }));
}

/** People who are not in the house, found by name. */
export function findPeople(siteId: string, text: string) {
  return queryOptions({
    queryKey: ['services', 'people', siteId, text],
    queryFn: () => read(api.POST('/api/people/search', { body: { text, siteId } })) as Promise<{ items: { id: string; name: string }[] }>,
    gcTime: 0,
  });
}
