import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { stepOwners, type StepOwner } from './plan-step.entity';
import { type TextFor, textFor, textInLanguages } from './plan-texts';
import { planProblems } from './plans.errors';
import departure from './templates/departure.json';
import firstMonths from './templates/first-months.json';
import workAndHome from './templates/work-and-home.json';

const KEY = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);

const templateStep = z.strictObject({ what: textInLanguages, owner: z.enum(stepOwners), afterDays: z.number().int().min(1).max(365).nullable() });

const templatePack = z.strictObject({
  key: KEY,
  /** The programs it is made for; for every program when the list is empty. */
  families: z.array(z.string()),
  /** Whether it is shown only when somebody asks for more: nobody is led to it. */
  optional: z.boolean(),
  title: textInLanguages,
  about: textInLanguages,
  goals: z.array(z.strictObject({ key: KEY, statement: textInLanguages, why: textInLanguages.optional(), steps: z.array(templateStep) })).min(1),
});

/** A template as it is delivered. */
export type PlanTemplate = z.output<typeof templatePack>;

/** A goal that a template suggests, in one language. */
export interface SuggestedGoal {
  statement: string;
  why: string;
  steps: { what: string; owner: StepOwner; afterDays: number | null }[];
}

/** Templates start a plan with suggestions; the words become the participant's own. */
@Injectable()
export class PlanTemplates {
  private readonly packs: readonly PlanTemplate[] = [firstMonths, workAndHome, departure].map((pack) => templatePack.parse(pack));

  /** The templates for a program family (for no program: those made for every one). */
  of(family: string | null): PlanTemplate[] {
    return this.packs.filter(({ families }) => families.length === 0 || (family !== null && families.includes(family)));
  }

  /** What a template suggests in a language, or in English where it was not translated. */
  suggestions(key: string, language: string, wanted: readonly string[] | null): SuggestedGoal[] {
    const found = this.packs.find((pack) => pack.key === key);
    if (!found) throw planProblems.PLAN_TEMPLATE_UNKNOWN();
    const said = (text: Parameters<typeof textFor>[0] | undefined): string => (text ? textFor(text, language).text : '');
    return found.goals
      .filter((goal) => wanted === null || wanted.includes(goal.key))
      .map(({ statement, why, steps }) => ({ statement: said(statement), why: said(why), steps: steps.map(({ what, owner, afterDays }) => ({ what: said(what), owner, afterDays })) }));
  }
}

/** Every text of a template, as somebody reads it who reads a language. */
export function textsOf({ title, about, goals }: PlanTemplate, language: string): TextFor[] {
  const all = [title, about, ...goals.flatMap(({ statement, why, steps }) => [statement, ...(why ? [why] : []), ...steps.map(({ what }) => what)])];
  return all.map((text) => textFor(text, language));
}
