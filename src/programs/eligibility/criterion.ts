import { z } from 'zod';
import { isCalendarDate } from '../../platform/clock/clock';
import { ruleKeys } from '../rule-keys';

/** How somebody stands with the immigration authorities, as far as programs ask. Several may hold at once. */
export const bases = ['parole', 'bond', 'atd', 'in_proceedings', 'pending_asylum', 'asylee', 'cuban_haitian_entrant', 'unknown'] as const;
export type Basis = (typeof bases)[number];

/** Days from which a program counts. */
export const countedFrom = ['release', 'arrival', 'asylum_grant'] as const;
export type CountedFrom = (typeof countedFrom)[number];

const date = z.string().refine(isCalendarDate, 'is not a date');
const years = z.number().int().min(0).max(120);
/** A number of days, or the rule of the program that says how many. */
const days = z.union([z.number().int().min(0).max(36_500), z.strictObject({ rule: z.enum(ruleKeys) })]);

/** The question a rule asks, as a small tree: facts at its leaves, `all`, `any` and `not` between them. */
export type Criterion =
  | { basis: Basis[] }
  | { age: { atLeast?: number; atMost?: number } }
  | { days: { since: CountedFrom; atLeast?: number | { rule: string }; atMost?: number | { rule: string } } }
  | { date: { of: CountedFrom; from?: string; until?: string } }
  | { ask: { en: string; es: string } }
  | { all: Criterion[] }
  | { any: Criterion[] }
  | { not: Criterion };

const MOST_DEPTH = 4;

function criterionOf(depth: number): z.ZodType<Criterion> {
  const leaves = [
    z.strictObject({ basis: z.array(z.enum(bases)).min(1) }),
    z.strictObject({ age: z.strictObject({ atLeast: years.optional(), atMost: years.optional() }).refine(saysSomething, 'needs atLeast or atMost') }),
    z.strictObject({ days: z.strictObject({ since: z.enum(countedFrom), atLeast: days.optional(), atMost: days.optional() }).refine(saysSomething, 'needs atLeast or atMost') }),
    z.strictObject({ date: z.strictObject({ of: z.enum(countedFrom), from: date.optional(), until: date.optional() }).refine(saysSomething, 'needs from or until') }),
    z.strictObject({ ask: z.strictObject({ en: z.string().min(1).max(300), es: z.string().min(1).max(300) }) }),
  ] as const;
  if (depth === MOST_DEPTH) return z.union(leaves);
  const inner = criterionOf(depth + 1);
  const several = z.array(inner).min(1).max(12);
  return z.union([...leaves, z.strictObject({ all: several }), z.strictObject({ any: several }), z.strictObject({ not: inner })]);
}

function saysSomething(bounds: Record<string, unknown>): boolean {
  return Object.values(bounds).filter((bound) => bound !== undefined).length > (('since' in bounds || 'of' in bounds) ? 1 : 0);
}

/** What the criterion of a rule may look like in a pack. */
export const criterion: z.ZodType<Criterion> = criterionOf(1);
