import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { common, type Problem } from './problem';

/** The part of a PostgreSQL error we look at. Its detail and parameters carry values and are never passed on. */
interface DatabaseError {
  code?: string;
  constraint?: string;
}

const sentences = new Map<string, () => Problem>();

/** Says which problem a broken named constraint is, once, beside the feature that owns the constraint. */
export function whenBroken(constraint: string, problem: () => Problem): void {
  sentences.set(constraint, problem);
}

/** The name of the constraint that an error says was broken, or null. */
export function brokenConstraint(error: unknown): string | null {
  return databaseError(error)?.constraint ?? null;
}

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', '57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', '53300', '25P03']);
const badInput = new Set(['22003', '22007', '22008', '22021', '22023', '22P02', '22P05', '22001']);

/** The problem that an error of the database or its driver stands for, or null when it is none of those. */
export function problemOf(error: unknown): Problem | null {
  const found = databaseError(error);
  const code = found?.code ?? (error as { code?: string } | null)?.code;
  if (found?.constraint) {
    const known = sentences.get(found.constraint);
    if (known) return known();
  }
  if (code === undefined) return isLostConnection(error) ? common.UNAVAILABLE() : null;
  if (unreachable.has(code)) return common.UNAVAILABLE();
  if (badInput.has(code)) return common.INVALID();
  if (code === '55P03' || code === '40001' || code === '40P01' || code === '57014') return common.BUSY();
  if (code === '23503') return common.NOT_FOUND();
  if (code === '23514' || code === '23502') return common.INVALID();
  if (code === '23505' || code === '23P01') return common.CHANGED_MEANWHILE();
  return null;
}

function databaseError(error: unknown): DatabaseError | null {
  return error instanceof QueryFailedError ? (error.driverError as DatabaseError) : null;
}

function isLostConnection(error: unknown): boolean {
  // TypeORM takes the runner away as soon as PostgreSQL ends its connection; the next statement then finds it gone.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect|not queryable|Driver not Connected|connection is closed/i.test(error.message);
}
