import type { z } from 'zod';
import type { FieldProblem } from '../platform/errors/problem';

const MOST = 20;

/** What is wrong with a file, place by place, in words that say what to do. */
export function packProblems({ issues }: z.ZodError): FieldProblem[] {
  return issues.slice(0, MOST).map((issue) => ({ field: placeOf(issue.path), message: `${rowOf(issue.path)}${sentenceOf(issue)}` }));
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path.at(-1) ?? 'file');
  if (issue.code === 'custom') return /[.]$/.test(issue.message) ? issue.message : `"${name}" ${issue.message}.`;
  if (issue.code === 'unrecognized_keys') return `A program has no ${issue.keys.map((key) => `"${key.slice(0, 60)}"`).join(', ')}. Take it out, or look at the spelling.`;
  if (issue.code === 'invalid_value') return `"${name}" is one of: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_union') return `"${name}" is not one of the forms it can have.`;
  if (issue.code === 'invalid_type') return issue.input === undefined ? `"${name}" is missing.` : `"${name}" must be of the kind "${issue.expected}".`;
  if (issue.code === 'too_big') return `"${name}" is longer or larger than it can be (${issue.maximum}).`;
  return issue.message.startsWith('Invalid') || issue.message.startsWith('Too') ? `"${name}" is not right.` : `"${name}" ${issue.message}.`;
}

/** The row of a list that a sentence is about, counted as people count: `eligibility 1: `. */
function rowOf([list, at]: readonly PropertyKey[]): string {
  return typeof at === 'number' ? `${String(list)} ${at + 1}: ` : '';
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, part) => (typeof part === 'number' ? `${place}[${part}]` : `${place}.${String(part)}`), 'pack');
}
