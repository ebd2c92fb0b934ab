/** One field of a request that was not accepted, and what to do about it, in plain words. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** Facts that help the caller go on (ids, counts, dates); never a name or another value of a person. */
export type ProblemFacts = Record<string, unknown>;

/** An error that a person can understand and act on; it leaves the API as application/problem+json (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    sentence: string,
    readonly facts: ProblemFacts = {},
    readonly fields: FieldProblem[] = [],
  ) {
    super(sentence);
    this.name = 'Problem';
  }
}

type ProblemTable = Record<string, readonly [status: number, sentence: string]>;
type ProblemMakers<T extends ProblemTable> = { [K in keyof T]: (facts?: ProblemFacts, fields?: FieldProblem[]) => Problem };

/** Turns a feature's table of problems (code → status, sentence) into functions that make them. */
export function problems<T extends ProblemTable>(table: T): ProblemMakers<T> {
  return Object.fromEntries(
    Object.entries(table).map(([code, [status, sentence]]) => [
      code,
      (facts: ProblemFacts = {}, fields: FieldProblem[] = []) => new Problem(code, status, sentence, facts, fields),
    ]),
  ) as ProblemMakers<T>;
}

/** Problems any route can have. */
export const common = problems({
  NOT_FOUND: [404, 'There is nothing here, or you may not see it.'],
  NOT_ALLOWED: [403, 'Your role does not allow this.'],
  SIGN_IN_NEEDED: [401, 'Please sign in.'],
  INVALID: [400, 'Some fields need another look.'],
  CHANGED_MEANWHILE: [409, 'Someone changed this while you were working on it. Load it again and repeat your change.'],
  BUSY: [409, 'Another change is just being made here. Please try again.'],
  UNAVAILABLE: [503, 'Posada cannot reach its database at the moment. Nothing was saved; please try again shortly.'],
  WENT_WRONG: [500, 'Something went wrong on our side. Nothing was saved.'],
});

/** A refusal that names one field. */
export function invalid(field: string, message: string): Problem {
  return common.INVALID({}, [{ field, message }]);
}
