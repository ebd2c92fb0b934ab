import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { components } from '../../api/schema';

/** The first few things of one kind that wait. */
export type MyDayBlock = components['schemas']['MyDayBlock'];

/** One thing that waits. */
export type MyDayLine = components['schemas']['MyDayLine'];

/** What can wait for a caseworker. */
export type MyDayKind = MyDayBlock['kind'];

const MINUTE = 60_000;

/** A caseworker's day at a site; asked for again when she comes back to the page. What changes a case makes it old. */
export function myDayOf(siteId: string) {
  return queryOptions({
    queryKey: ['cases', 'my-day', siteId],
    queryFn: () => read(api.GET('/api/my-day', { params: { query: { siteId } } })),
    refetchInterval: 5 * MINUTE,
    refetchOnWindowFocus: true,
  });
}
