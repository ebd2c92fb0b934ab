import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';

/** One count of a night. */
export interface Headcount {
  id: string;
  nightOf: string;
  takenAt: string;
  census: number;
  counted: number;
  difference: number;
  explanation: string | null;
  takenBy: string | null;
}

/** What the house should have tonight. */
export interface Census {
  nightOf: string;
  census: number;
  away: number;
  expected: number;
}

/** A page of counts with tonight's census. */
export interface HeadcountsPage {
  tonight: Census;
  items: Headcount[];
  next: string | null;
}

/** Tonight's census and the counts of earlier nights. */
export function headcountsOf(siteId: string) {
  return infiniteQueryOptions({
    queryKey: ['headcounts', siteId],
    queryFn: ({ pageParam }) => read(api.GET('/api/headcounts', { params: { query: { siteId, ...(pageParam ? { after: pageParam } : {}) } } })) as Promise<HeadcountsPage>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Writes down how many people were counted. */
export function takeHeadcount(body: { siteId: string; nightOf: string; counted: number; explanation?: string }): Promise<Headcount> {
  return read(api.POST('/api/headcounts', { body })) as Promise<Headcount>;
}
