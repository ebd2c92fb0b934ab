import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';

/** How people come. */
export const arrivalSources = ['bus', 'agency_drop_off', 'walk_in', 'referral', 'flight', 'partner_site'] as const;
export type ArrivalSource = (typeof arrivalSources)[number];
export type ArrivalState = 'expected' | 'arrived' | 'no_show' | 'cancelled';

/** Some people who were announced to come on a day. */
export interface Arrival {
  id: string;
  siteId: string;
  expectedOn: string;
  expectedAt: string | null;
  source: ArrivalSource;
  carrier: string;
  peopleExpected: number;
  state: ArrivalState;
  arrivedAt: string | null;
}

/** What somebody writes down when people are announced. */
export interface ExpectArrival {
  siteId: string;
  expectedOn: string;
  expectedTime?: string;
  source: ArrivalSource;
  carrier?: string;
  peopleExpected: number;
}

/** The people announced for one day at a site. */
export function arrivalsOf(siteId: string, on: string) {
  return queryOptions({
    queryKey: ['arrivals', siteId, on],
    queryFn: () => read(api.GET('/api/arrivals', { params: { query: { siteId, on } } })) as Promise<{ items: Arrival[]; next: string | null }>,
  });
}

/** Writes down that people are expected. */
export function expectArrival(body: ExpectArrival): Promise<Arrival> {
  return read(api.POST('/api/arrivals', { body })) as Promise<Arrival>;
}

const outcomes = {
  arrived: (id: string) => api.POST('/api/arrivals/{id}/arrived', { params: { path: { id } } }),
  'no-show': (id: string) => api.POST('/api/arrivals/{id}/no-show', { params: { path: { id } } }),
  cancel: (id: string) => api.POST('/api/arrivals/{id}/cancel', { params: { path: { id } } }),
};
export type ArrivalOutcome = keyof typeof outcomes;

/** Says what became of an announced arrival. */
export function settleArrival(id: string, outcome: ArrivalOutcome): Promise<Arrival> {
  return read(outcomes[outcome](id)) as Promise<Arrival>;
}
