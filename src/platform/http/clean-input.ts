import type { NextFunction, Request, Response } from 'express';
import { problemBody } from '../errors/problem.filter';
import { invalid, type Problem } from '../errors/problem';

const MAX_DEPTH = 20;
const MAX_ITEMS = 1000;
// Control characters except tab and line ends, lone surrogates (found by normalising them away), and characters that reorder text.
const UNWELCOME = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

/** Refuses, before anything reads it, input that is nested too deep, lists too much or hides unprintable characters. */
export function cleanInput(request: Request, response: Response, next: NextFunction): void {
  const problem = unclean(request.body) ?? unclean(request.query) ?? unclean(decodedPath(request.path));
  if (!problem) {
    next();
    return;
  }
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problemBody(problem)));
}

/** What is wrong with a parsed value, or null. It looks level by level, so depth cannot exhaust the stack. */
export function unclean(value: unknown): Problem | null {
  let level: { name: string; value: unknown }[] = [{ name: '', value }];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return invalid('', `This is nested deeper than ${MAX_DEPTH} levels.`);
    const deeper: { name: string; value: unknown }[] = [];
    for (const item of level) {
      if (typeof item.value === 'string' && isUnprintable(item.value)) {
        return invalid(item.name, 'This holds characters that cannot be printed. Type it again.');
      }
      if (typeof item.value !== 'object' || item.value === null) continue;
      const entries = Object.entries(item.value);
      if (entries.length > MAX_ITEMS) return invalid(item.name, `This lists more than ${MAX_ITEMS} things. Send it in parts.`);
      for (const [key, child] of entries) {
        if (isUnprintable(key)) return invalid(item.name, 'A field name holds characters that cannot be printed.');
        deeper.push({ name: item.name ? `${item.name}.${key}` : key, value: child });
      }
    }
    level = deeper;
  }
  return null;
}

function isUnprintable(text: string): boolean {
  return UNWELCOME.test(text) || !text.isWellFormed();
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '\u0000';
  }
}
