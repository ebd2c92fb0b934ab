import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { components } from '../../api/schema';

/** One site's day. */
export type Today = components['schemas']['TodayView'];

/** The beds of one kind of space tonight. */
export type FreeBeds = components['schemas']['FreeBedsView'];

/** Something that should have been done by now. */
export type LateItem = components['schemas']['LateView'];

/** What can be late in a house. */
export type LateKind = LateItem['kind'];

const MINUTE = 60_000;

/** The day of a site; asked for again every minute while somebody looks at it. */
export function todayOf(siteId: string) {
  return queryOptions({
    queryKey: ['today', siteId],
    queryFn: () => read(api.GET('/api/today', { params: { query: { siteId } } })),
    refetchInterval: MINUTE,
    refetchOnWindowFocus: true,
  });
}
