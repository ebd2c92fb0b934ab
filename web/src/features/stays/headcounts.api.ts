import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** One count of a night. */
export type Headcount = components['schemas']['HeadcountView'];

/** What the house should have tonight. */
export type Census = components['schemas']['CensusView'];

/** Tonight's census and the counts of earlier nights. */
export function headcountsOf(siteId: string) {
  return infiniteQueryOptions({
    queryKey: ['headcounts', siteId],
    queryFn: ({ pageParam }) => read(api.GET('/api/headcounts', { params: { query: { siteId, ...(pageParam ? { after: pageParam } : {}) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Writes down how many people were counted. */
export function takeHeadcount(body: RequestBody<'/api/headcounts', 'post'>): Promise<Headcount> {
  return read(api.POST('/api/headcounts', { body }));
}
