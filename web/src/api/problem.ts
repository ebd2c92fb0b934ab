/** One field that was not accepted, and what to do about it. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** What the server (or the network) said no to: a code for translation, the server's sentence, the fields, and facts (ids, counts, dates). */
export class ApiProblem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    sentence: string,
    readonly fields: FieldProblem[] = [],
    readonly facts: Record<string, unknown> = {},
  ) {
    super(sentence);
    this.name = 'ApiProblem';
  }

  /** Messages by field name, ready for a form's `setErrors`. */
  byField(): Record<string, string> {
    return Object.fromEntries(this.fields.map(({ field, message }) => [field, message]));
  }
}

/** The problem when the server could not be reached at all; the same call may be tried again. */
export function unreachable(): ApiProblem {
  return new ApiProblem('NETWORK', 0, 'Posada cannot be reached. Check the connection and try again.');
}

/** Reads a refused response as a problem; anything that is not problem+json becomes a plain one. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body)) return new ApiProblem('WENT_WRONG', response.status, 'Something went wrong. Nothing was saved.');
  return new ApiProblem(
    typeof body.code === 'string' ? body.code : 'WENT_WRONG',
    response.status,
    typeof body.title === 'string' ? body.title : 'Something went wrong. Nothing was saved.',
    Array.isArray(body.errors) ? body.errors.filter(isFieldProblem) : [],
    isRecord(body.facts) ? body.facts : {},
  );
}

/** Any thrown value as a problem, so that a screen always has a sentence to show. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem('WENT_WRONG', 500, 'Something went wrong. Nothing was saved.');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';
}
