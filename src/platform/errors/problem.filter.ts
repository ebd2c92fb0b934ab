import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { problemOf } from './constraints';
import { common, Problem } from './problem';

/** Sends every error as application/problem+json: a code, a sentence, the fields; never a stack, SQL or a person's data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const problem = toProblem(error);
    if (problem.status >= 500) this.report(error, problem, http.getRequest<Request>());
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.status === 503) response.setHeader('Retry-After', '2');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problemBody(problem)));
  }

  private report(error: unknown, problem: Problem, request: Request): void {
    const name = error instanceof Error ? error.name : typeof error;
    const code = (error as { code?: string } | null)?.code ?? (error as { driverError?: { code?: string } } | null)?.driverError?.code;
    // The message of a database error can carry values, so only its name, code and our own stack frames are written.
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.includes('/src/')).slice(0, 6) : [];
    const line = { problem: problem.code, error: name, code, method: request.method, frames };
    if (problem.status === 503) this.logger.warn(line);
    else this.logger.error(line);
  }
}

/** The body of a problem as it is sent. */
export function problemBody(problem: Problem): Record<string, unknown> {
  return {
    type: 'about:blank',
    title: problem.message,
    status: problem.status,
    code: problem.code,
    ...(problem.fields.length > 0 ? { errors: problem.fields } : {}),
    ...(Object.keys(problem.facts).length > 0 ? { facts: problem.facts } : {}),
  };
}

/** The problem that any thrown value stands for. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const fromDatabase = problemOf(error);
  if (fromDatabase) return fromDatabase;
  const status = statusOf(error);
  if (status === 404) return common.NOT_FOUND();
  if (status === 401) return common.SIGN_IN_NEEDED();
  if (status === 403) return common.NOT_ALLOWED();
  if (status === 413) return new Problem('TOO_LARGE', 413, 'This is larger than Posada accepts.');
  if (status === 415) return new Problem('WRONG_CONTENT_TYPE', 415, 'Send JSON (Content-Type: application/json).');
  if (status === 400) return new Problem('UNREADABLE', 400, 'The request could not be read. Check that it is valid JSON.');
  if (status !== null && status < 500) return new Problem('REFUSED', status, 'The request was refused.');
  return common.WENT_WRONG();
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown; statusCode?: unknown } | null)?.status ?? (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}
