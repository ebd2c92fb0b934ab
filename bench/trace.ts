import { randomUUID } from 'node:crypto';
import { addDays, isCalendarDate } from '../src/platform/clock/clock';

/** A statement that a route ran, and the ids in the rows it gave back, in order. */
export interface Statement {
  sql: string;
  parameters: unknown[];
  returned: string[];
}

/** What a route ran in its transaction for one request, without beginning and end. */
export interface Trace {
  writes: boolean;
  statements: Statement[];
  /** Ids the route made up itself; each repetition makes new ones. Empty for a route that only reads. */
  madeUp: string[];
  /** Calendar dates of the request that each repetition moves on, so that a write finds its place free. */
  dates: string[];
  /** What the route answered: the floor sends as much. */
  answer: object;
}

/** Runs a statement and gives its rows. */
export type RunStatement = (sql: string, parameters: unknown[]) => Promise<object[]>;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids in rows, row by row and column by column. */
export function idsIn(value: unknown): string[] {
  return JSON.stringify(value, (_, held: unknown) => (Buffer.isBuffer(held) ? undefined : held))?.match(UUID) ?? [];
}

/** Makes a trace of logged statements: what a writing route made up itself is what neither the request nor a row before brought. */
export function traceOf(statements: Statement[], answer: object, known: readonly string[], dates: string[], writes: boolean): Trace {
  if (!writes) return { writes, statements: statements.map((one) => ({ ...one, returned: [] })), madeUp: [], dates: [], answer };
  const seen = new Set(known);
  const madeUp = new Set<string>();
  for (const { parameters, returned } of statements) {
    for (const id of idsIn(parameters)) if (!seen.has(id)) madeUp.add(id);
    for (const id of returned) seen.add(id);
  }
  return { writes, statements, madeUp: [...madeUp], dates, answer };
}

/** Runs a trace again. A trace that writes gets new ids and dates moved on by `days`, so that it does the same work at another place. */
export async function replay({ writes, statements, madeUp, dates }: Trace, days: number, run: RunStatement): Promise<void> {
  if (!writes) {
    for (const { sql, parameters } of statements) await run(sql, parameters);
    return;
  }
  const instead = new Map<string, string>([
    ...madeUp.map((id) => [id, randomUUID()] as const),
    ...dates.filter(isCalendarDate).map((date) => [date, addDays(date, days)] as const),
  ]);
  for (const { sql, parameters, returned } of statements) {
    const rows = await run(sql, parameters.map((parameter) => replaced(parameter, instead)));
    if (returned.length === 0) continue;
    const ids = idsIn(rows);
    if (ids.length === returned.length) returned.forEach((id, at) => instead.set(id, ids[at] as string));
  }
}

function replaced(value: unknown, instead: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => replaced(one, instead));
  if (typeof value !== 'string' || value.length < 10) return value;
  const known = instead.get(value);
  if (known !== undefined) return known;
  return value.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b\d{4}-\d{2}-\d{2}\b/g, (found) => instead.get(found) ?? found);
}
