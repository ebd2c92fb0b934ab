import type { Condition, InstrumentDefinition, Question, Section } from './instrument-definition';

/** One answer as it is given: a value, or that the question does not apply or was declined, and what stands beside it. */
export interface Answer {
  question: string;
  value?: string | number | boolean | string[] | null;
  notApplicable?: boolean;
  declined?: boolean;
  /** The participant's own tick: this is a goal of mine. */
  goal?: boolean;
  workNotPermitted?: boolean;
  note?: string;
}

/** The rules of an instrument, the same for the form, its preview and the server: nothing here knows a screen or a database. */

/** The sections and questions that are to be shown for these answers. An answer to a question that is hidden counts for nothing. */
export function shownSections(definition: Pick<InstrumentDefinition, 'sections'>, answers: readonly Answer[]): Section[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  const shown = new Map<string, Answer>();
  return definition.sections.flatMap((section) => {
    if (!holds(section.showIf, shown)) return [];
    const questions = section.questions.filter((question) => {
      if (!holds(question.showIf, shown)) return false;
      const answer = given.get(question.key);
      if (answer) shown.set(question.key, answer);
      return true;
    });
    return questions.length > 0 ? [{ ...section, questions }] : [];
  });
}

/** The answers that count: those to questions that are shown and that say something. */
export function countedAnswers(definition: Pick<InstrumentDefinition, 'sections'>, answers: readonly Answer[]): Answer[] {
  const shown = new Set(shownSections(definition, answers).flatMap(({ questions }) => questions.map(({ key }) => key)));
  return answers.filter((answer) => shown.has(answer.question) && (isAnswered(answer) || answer.goal === true || answer.note !== undefined));
}

/** The required questions that are shown and not answered yet. */
export function missingQuestions(definition: Pick<InstrumentDefinition, 'sections'>, answers: readonly Answer[]): Question[] {
  const answered = new Set(answers.filter(isAnswered).map(({ question }) => question));
  return shownSections(definition, answers).flatMap(({ questions }) => questions.filter(({ key, required }) => required === true && !answered.has(key)));
}

/** The outcome that the answers make: the first whose condition holds, else the one for everything else; null when there is none. */
export function outcomeOf({ sections, outcomes = [] }: Pick<InstrumentDefinition, 'sections' | 'outcomes'>, answers: readonly Answer[]): string | null {
  const counted = new Map(countedAnswers({ sections }, answers).map((answer) => [answer.question, answer]));
  const found = outcomes.find(({ when }) => when !== undefined && holds(when, counted)) ?? outcomes.find(({ otherwise }) => otherwise === true);
  return found?.key ?? null;
}

/** Why an answer cannot stand, or null when it can. `today` is the last day a date can have. */
export function answerProblem(question: Question, answer: Answer): 'not_applicable' | 'goal' | 'remark' | 'note' | 'both' | 'level' | 'option' | 'yes_no' | 'number' | 'date' | 'text' | null {
  if (answer.notApplicable === true && question.notApplicable !== true) return 'not_applicable';
  if (answer.goal === true && question.goal !== true && question.type !== 'goal') return 'goal';
  if (answer.workNotPermitted === true && question.workRemark !== true) return 'remark';
  if (answer.note !== undefined && question.note !== true) return 'note';
  const { value } = answer;
  if (value === undefined || value === null) return answer.notApplicable === true && answer.declined === true ? 'both' : null;
  if (answer.notApplicable === true || answer.declined === true) return 'both';
  return valueProblem(question, value);
}

function valueProblem(question: Question, value: NonNullable<Answer['value']>): 'level' | 'option' | 'yes_no' | 'number' | 'date' | 'text' | null {
  const known = (key: string): boolean => (question.options ?? []).some((option) => option.key === key);
  switch (question.type) {
    case 'level':
      return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5 ? null : 'level';
    case 'single':
      return typeof value === 'string' && known(value) ? null : 'option';
    case 'multi':
      return Array.isArray(value) && value.every(known) && new Set(value).size === value.length ? null : 'option';
    case 'yes_no':
    case 'goal':
      return typeof value === 'boolean' ? null : 'yes_no';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= (question.min ?? 0) && value <= (question.max ?? 1_000_000) ? null : 'number';
    case 'date':
      return typeof value === 'string' && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) ? null : 'date';
    case 'short_text':
      return typeof value === 'string' && value.length <= 500 ? null : 'text';
  }
}

/** Whether an answer says something: a value, that the question does not apply, or that it was declined. */
export function isAnswered({ value, notApplicable, declined }: Answer): boolean {
  if (notApplicable === true || declined === true) return true;
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function holds(condition: Condition | undefined, answers: ReadonlyMap<string, Answer>): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  const value = answers.get(condition.question)?.value;
  if (value === undefined || value === null) return false;
  const values = Array.isArray(value) ? value : [value];
  if ('is' in condition) return values.includes(condition.is as string);
  if ('oneOf' in condition) return values.some((one) => condition.oneOf.includes(one));
  return typeof value === 'number' ? value >= condition.atLeast : values.length >= condition.atLeast;
}
