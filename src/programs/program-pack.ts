import { z } from 'zod';
import { isCalendarDate } from '../platform/clock/clock';
import { criterion } from './eligibility/criterion';
import { endings } from './program-end-reason.entity';
import { milestoneSubjects } from './program-milestone.entity';
import { ruleKeys, valueProblem } from './rule-keys';

const MOST_ROWS = 200;
const key = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/, 'is written in small letters, digits and _');
const date = z.string().refine(isCalendarDate, 'is not a date');
const text = z.string().trim().min(1, 'is missing').max(500, 'is longer than 500 signs');
const source = z.string().trim().min(3, 'must say where this is written').max(1_000);
const note = z.string().max(500).default('');
const labels = z.strictObject({ en: text, es: text });

/** What every dated row may say: its own days and its own source, where they differ from the program's. */
const dated = { effectiveFrom: date.optional(), effectiveTo: date.optional(), source: source.optional(), note };

const measure = z.strictObject({ key, counts: z.enum(['quantity', 'people', 'nights']), byType: z.boolean(), categories: z.array(z.string().max(60)).max(20), labels });
const service = z.strictObject({ key, core: z.boolean(), labels, ...dated });
const eligibilityRule = z.strictObject({ key, criterion, oneOf: key.optional(), labels, ...dated });
const milestone = z.strictObject({ key, appliesTo: z.enum(milestoneSubjects), evidence: z.array(key).max(12), countsTowards: z.array(key).max(12), labels, ...dated });
const endReason = z.strictObject({ key, endsAs: z.enum(endings), labels, ...dated });
const rule = z
  .strictObject({ key: z.enum(ruleKeys), value: z.union([z.number(), z.string(), z.null()]), ...dated, source })
  .superRefine(({ key: name, value }, context) => {
    const wrong = valueProblem(name, value);
    if (wrong) context.addIssue({ code: 'custom', path: ['value'], message: wrong });
  });

/** What a program is, as a file. Whatever has no days or source of its own takes those of the program. */
export const programPack = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'is written in small letters, digits and -'),
    family: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'is written in small letters, digits and -'),
    name: text,
    startsOn: date,
    endsOn: date,
    source,
    measures: z.array(measure).max(MOST_ROWS).default([]),
    measuresSource: source.optional(),
    services: z.array(service).max(MOST_ROWS).default([]),
    eligibility: z.array(eligibilityRule).max(MOST_ROWS).default([]),
    milestones: z.array(milestone).max(MOST_ROWS).default([]),
    milestonesSource: source.optional(),
    /** Why people say no or stop; without them the list of the house. */
    endReasons: z.array(endReason).max(MOST_ROWS).optional(),
    rules: z.array(rule).max(MOST_ROWS).default([]),
  })
  .superRefine((pack, context) => {
    const say = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message });
    if (pack.endsOn <= pack.startsOn) say(['endsOn'], 'comes after the first day');
    for (const list of ['measures', 'services', 'eligibility', 'milestones', 'endReasons', 'rules'] as const) {
      const rows: readonly Row[] = pack[list] ?? [];
      for (const [at, row] of rows.entries()) {
        const days = spanOf(row, pack.startsOn);
        if (days.to !== null && days.to <= days.from) say([list, at, 'effectiveTo'], 'comes after the first day');
        const before = rows.slice(0, at).some((other) => other.key === row.key && overlap(days, spanOf(other, pack.startsOn)));
        if (before) say([list, at, 'key'], 'is there twice for the same days');
      }
    }
    for (const ending of endings) {
      if (pack.endReasons && !pack.endReasons.some(({ endsAs }) => endsAs === ending)) say(['endReasons'], `needs at least one reason that ends as "${ending}"`);
    }
    if (pack.family === SSP && pack.measures.length === 0) say(['measures'], 'are needed: reports of this family are made of them');
  });

const SSP = 'ssp';

interface Row {
  key: string;
  effectiveFrom?: string;
  effectiveTo?: string;
}

interface Span {
  from: string;
  to: string | null;
}

function spanOf(row: Row, startsOn: string): Span {
  return { from: row.effectiveFrom ?? startsOn, to: row.effectiveTo ?? null };
}

function overlap(one: Span, other: Span): boolean {
  return (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to);
}

/** A program as data: what it offers, whom it is for, what it counts, and its rules with their sources. */
export type ProgramPack = z.output<typeof programPack>;
