import type { Client } from 'pg';
import type { ApiSession } from './api-session';
import type { Shot } from './load-process';

/** What a scenario may look at to make its requests: the tables behind row level security, as the superuser or owner sees them. */
export interface BenchData {
  rows<T extends object>(sql: string, parameters?: unknown[]): Promise<T[]>;
  organizationId: string;
  siteId: string;
  /** Today at the site, and the moment up to which the data were made. */
  today: string;
  session: ApiSession;
}

/** Something a worker does all day, as requests. */
export interface Scenario {
  key: string;
  title: string;
  /** Whether it is one of the daily five, for which a floor is promised. */
  daily: boolean;
  writes: boolean;
  /** Makes the requests. A scenario that writes gives enough of them that none is sent twice. */
  prepare(data: BenchData, count: number): Promise<Prepared>;
}

/** Requests that are the same work on other records. */
export interface Prepared {
  shots: Shot[];
  /** Of a scenario that writes: dates in the first requests that the floor moves on from, so that it finds its places free. */
  dates: string[];
  /** How many requests in front differ in more than dates; the rest repeat them on later dates. */
  variants: number;
}

/** The connection of the bench itself. */
export function benchRows(client: Client): BenchData['rows'] {
  return async <T extends object>(sql: string, parameters: unknown[] = []) => (await client.query(sql, parameters)).rows as T[];
}
