import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** Some people who were announced to come on a day. */
export type Arrival = components['schemas']['ArrivalView'];
export type ArrivalState = Arrival['state'];
export type ArrivalSource = Arrival['source'];
/** How people come. */
export const arrivalSources = ['bus', 'agency_drop_off', 'walk_in', 'referral', 'flight', 'partner_site'] as const satisfies readonly ArrivalSource[];

/** What somebody writes down when people are announced. */
export type ExpectArrival = RequestBody<'/api/arrivals', 'post'>;

/** The people announced for one day at a site. */
export function arrivalsOf(siteId: string, on: string) {
  return queryOptions({
    queryKey: ['arrivals', siteId, on],
    queryFn: () => read(api.GET('/api/arrivals', { params: { query: { siteId, on } } })),
  });
}

/** Writes down that people are expected. */
export function expectArrival(body: ExpectArrival): Promise<Arrival> {
  return read(api.POST('/api/arrivals', { body }));
}

const outcomes = {
  arrived: (id: string) => api.POST('/api/arrivals/{id}/arrived', { params: { path: { id } } }),
  'no-show': (id: string) => api.POST('/api/arrivals/{id}/no-show', { params: { path: { id } } }),
  cancel: (id: string) => api.POST('/api/arrivals/{id}/cancel', { params: { path: { id } } }),
};
export type ArrivalOutcome = keyof typeof outcomes;

/** Says what became of an announced arrival. */
export function settleArrival(id: string, outcome: ArrivalOutcome): Promise<Arrival> {
  return read(outcomes[outcome](id));
}
