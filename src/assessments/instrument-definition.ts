import { z } from 'zod';
import { definitionProblems } from './definition-problems';

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use small letters, digits and _, beginning with a letter.');
const text = z.strictObject({ en: z.string().trim().min(1, 'The English text is missing.').max(1000), es: z.string().trim().min(1, 'The Spanish text is missing.').max(1000) });
const scalar = z.union([z.string().max(40), z.number(), z.boolean()]);

/** When something holds, said about answers: one answer, or several conditions together. */
export type Condition =
  | { question: string; is: string | number | boolean }
  | { question: string; oneOf: (string | number | boolean)[] }
  | { question: string; atLeast: number }
  | { all: Condition[] }
  | { any: Condition[] };

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: key, is: scalar }),
    z.strictObject({ question: key, oneOf: z.array(scalar).min(1).max(40) }),
    z.strictObject({ question: key, atLeast: z.number() }),
    z.strictObject({ all: z.array(condition).min(1).max(40) }),
    z.strictObject({ any: z.array(condition).min(1).max(40) }),
  ], 'Write a condition as {"question": …, "is": …}, with "oneOf" or "atLeast" instead of "is", or as {"all": […]} or {"any": […]}.'),
);

/** What can be asked. A level is one of five steps with words of their own; a goal is the participant's own tick. */
export const questionTypes = ['single', 'multi', 'level', 'yes_no', 'number', 'date', 'short_text', 'goal'] as const;
export type QuestionType = (typeof questionTypes)[number];

const option = z.strictObject({ key, label: text });

const question = z.strictObject({
  key,
  type: z.enum(questionTypes, `The type is one of ${questionTypes.join(', ')}.`),
  text,
  /** How to ask it, for the worker. */
  hint: text.optional(),
  /** Asked for at the end when it is not answered; declining is an answer. */
  required: z.boolean().optional(),
  options: z.array(option).min(2).max(40).optional(),
  /** The words of the five levels, from 1 to 5. */
  anchors: z.array(text).length(5, 'A level has five texts, from 1 to 5.').optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Whether it can be said that the question does not apply. */
  notApplicable: z.boolean().optional(),
  /** Whether the participant can tick this as a goal of their own. */
  goal: z.boolean().optional(),
  /** Whether it can be remarked that work is not permitted yet, so that a low level is not read as a failure. */
  workRemark: z.boolean().optional(),
  /** Whether a short note can stand beside the answer. */
  note: z.boolean().optional(),
  showIf: condition.optional(),
});

const section = z.strictObject({ key, title: text, hint: text.optional(), showIf: condition.optional(), questions: z.array(question).min(1).max(60) });

const outcome = z.strictObject({
  key,
  label: text,
  /** The first outcome whose condition holds is the score; one with `otherwise` is it when none does. */
  when: condition.optional(),
  otherwise: z.boolean().optional(),
});

const shape = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'Use small letters, digits and -, beginning with a letter.'),
  name: text,
  purpose: text,
  /** Whose work it follows. */
  source: z.string().trim().min(3).max(1000),
  languages: z.array(z.enum(['en', 'es'])).min(1),
  /** Who is asked: each adult, each person, or the family once. */
  subject: z.enum(['adult', 'person', 'case']),
  stages: z.array(z.enum(['entry', 'interim', 'exit'])).min(1),
  /** Who may see it: everybody on the case, or only those who were let into this compartment by name. */
  compartment: z.enum(['legal', 'health', 'protection', 'child']).nullable(),
  /** `outcome`: the answers are never stored anywhere, only what came out. */
  keeps: z.enum(['answers', 'outcome']),
  levels: z.array(text).length(5, 'There are five levels.').optional(),
  sections: z.array(section).min(1).max(40),
  outcomes: z.array(outcome).max(10).optional(),
  /** How the outcome is called ("Overall"). */
  outcomeLabel: text.optional(),
});

/** An instrument as data: what is asked, in which words, when, and what is kept of it. */
export const instrumentDefinition = shape.superRefine((definition, context) => {
  for (const { path, message } of definitionProblems(definition)) context.addIssue({ code: 'custom', path, message });
});

export type InstrumentDefinition = z.output<typeof shape>;
export type Section = InstrumentDefinition['sections'][number];
export type Question = Section['questions'][number];
export type Outcome = NonNullable<InstrumentDefinition['outcomes']>[number];
export type Texts = z.output<typeof text>;
