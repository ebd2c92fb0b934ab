import { Client } from 'pg';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import { idsIn, type Statement } from './trace';

const FRAME = /^\s*(?:START TRANSACTION|COMMIT|ROLLBACK$|select set_config\('app\.organization'|select \* from sec\.session_actor)/i;

let log: Statement[] | null = null;

/** Makes every statement of this process pass by, so that what a route runs can be written down instead of copied by hand. */
export function listenToStatements(): void {
  const original = PostgresQueryRunner.prototype.query;
  PostgresQueryRunner.prototype.query = async function (this: PostgresQueryRunner, sql: string, parameters?: unknown[], structured?: boolean) {
    const result: unknown = await original.call(this, sql, parameters, structured as false);
    if (log && !FRAME.test(sql)) log.push({ sql, parameters: parameters ?? [], returned: idsIn(rowsOf(result)) });
    return result;
  } as typeof original;
}

/** Makes the copies of this process pass by too; they go past the query runner. */
export function listenToCopies(): void {
  const original = Client.prototype.query as (this: Client, ...parameters: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...parameters: unknown[]) {
    const [query] = parameters;
    if (log && query && typeof query === 'object' && 'text' in query && /^copy/i.test(String(query.text))) log.push({ sql: String(query.text), parameters: [], returned: [] });
    return original.apply(this, parameters);
  } as typeof Client.prototype.query;
}

/** Begins to write statements down. */
export function startLog(): void {
  log = [];
}

/** Ends writing down and gives what was run since the beginning. */
export function stopLog(): Statement[] {
  const statements = log ?? [];
  log = null;
  return statements;
}

function rowsOf(result: unknown): unknown {
  return result && typeof result === 'object' && 'records' in result ? result.records : result;
}
