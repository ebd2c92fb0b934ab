declare module 'pg-copy-streams' {
  import type { Readable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** A query that answers with the bytes of `COPY … TO STDOUT`. */
  export function to(sql: string): Readable & Submittable & { rowCount: number };
}
