import { z } from 'zod';
import { isCalendarDate } from '../platform/clock/clock';
import fy2023 from './packs/ssp-fy2023.json';
import fy2024 from './packs/ssp-fy2024.json';
import { ruleKeys, valueProblem } from './rule-keys';

const date = z.string().refine(isCalendarDate, 'is not a date');
const labels = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });

const measure = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  counts: z.enum(['quantity', 'people', 'nights']),
  byType: z.boolean(),
  categories: z.array(z.string()),
  labels,
});

const rule = z
  .strictObject({
    key: z.enum(ruleKeys),
    value: z.union([z.number(), z.string(), z.null()]),
    effectiveFrom: date.optional(),
    effectiveTo: date.optional(),
    source: z.string().min(1),
    note: z.string(),
  })
  .refine(({ key, value }) => valueProblem(key, value) === null, 'the value does not fit the rule');

const programPack = z.strictObject({
  code: z.string(),
  family: z.string(),
  name: z.string(),
  startsOn: date,
  endsOn: date,
  source: z.string().min(1),
  measures: z.array(measure).min(1),
  measuresSource: z.string().min(1),
  rules: z.array(rule),
});

/** A program year as it is delivered: its measures and rules with their sources. */
export type ProgramPack = z.output<typeof programPack>;

/**
 * The program years that every organization starts with. The figures come from the documents named beside them; what was not
 * found there is null with the source "Award document", never a guess.
 */
export const programPacks: readonly ProgramPack[] = [fy2023, fy2024].map((pack) => programPack.parse(pack));
