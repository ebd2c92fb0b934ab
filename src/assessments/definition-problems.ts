import type { Condition, InstrumentDefinition } from './instrument-definition';

/** What is wrong with a definition, and where. */
export interface DefinitionProblem {
  path: (string | number)[];
  message: string;
}

type Checked = Pick<InstrumentDefinition, 'sections' | 'outcomes' | 'keeps'>;

/** What the shape alone cannot say: keys stand once, conditions ask only what came before, and each type has what it needs. */
export function definitionProblems(definition: Checked): DefinitionProblem[] {
  const found: DefinitionProblem[] = [];
  const asked = new Set<string>();
  const sections = new Set<string>();
  definition.sections.forEach((section, s) => {
    const at = ['sections', s];
    if (sections.has(section.key)) found.push({ path: [...at, 'key'], message: `Another section has the key "${section.key}" already.` });
    sections.add(section.key);
    found.push(...unknownQuestions(section.showIf, asked, [...at, 'showIf']));
    section.questions.forEach((question, q) => {
      const here = [...at, 'questions', q];
      if (asked.has(question.key)) found.push({ path: [...here, 'key'], message: `Another question has the key "${question.key}" already.` });
      found.push(...unknownQuestions(question.showIf, asked, [...here, 'showIf']));
      found.push(...typeProblems(question, here));
      asked.add(question.key);
    });
  });
  return [...found, ...outcomeProblems(definition, asked)];
}

function typeProblems(question: Checked['sections'][number]['questions'][number], path: (string | number)[]): DefinitionProblem[] {
  const { type, options, anchors, min, max } = question;
  const hasOptions = type === 'single' || type === 'multi';
  const found: DefinitionProblem[] = [];
  if (hasOptions && !options) found.push({ path: [...path, 'options'], message: 'List what can be chosen.' });
  if (!hasOptions && options) found.push({ path: [...path, 'options'], message: `A question of the type ${type} has no options.` });
  if (type === 'level' && !anchors) found.push({ path: [...path, 'anchors'], message: 'Write the words of the five levels.' });
  if (type !== 'level' && (anchors ?? question.workRemark)) found.push({ path: [...path, 'type'], message: 'Only levels have anchors and the remark about work.' });
  if (type !== 'number' && (min !== undefined || max !== undefined)) found.push({ path: [...path, 'min'], message: 'Only numbers have a least and a greatest value.' });
  if (min !== undefined && max !== undefined && min > max) found.push({ path: [...path, 'min'], message: 'The least value is above the greatest.' });
  const keys = (options ?? []).map((option) => option.key);
  if (new Set(keys).size < keys.length) found.push({ path: [...path, 'options'], message: 'Each option needs a key of its own.' });
  return found;
}

function outcomeProblems({ outcomes = [], keeps }: Checked, asked: Set<string>): DefinitionProblem[] {
  const found = outcomes.flatMap(({ when }, at) => unknownQuestions(when, asked, ['outcomes', at, 'when']));
  const keys = outcomes.map((outcome) => outcome.key);
  if (new Set(keys).size < keys.length) found.push({ path: ['outcomes'], message: 'Each outcome needs a key of its own.' });
  if (keeps === 'outcome' && outcomes.length < 2) found.push({ path: ['outcomes'], message: 'An instrument that keeps only its outcome needs at least two of them.' });
  return found;
}

function unknownQuestions(condition: Condition | undefined, asked: Set<string>, path: (string | number)[]): DefinitionProblem[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap((part, at) => unknownQuestions(part, asked, [...path, 'all', at]));
  if ('any' in condition) return condition.any.flatMap((part, at) => unknownQuestions(part, asked, [...path, 'any', at]));
  if (asked.has(condition.question)) return [];
  return [{ path: [...path, 'question'], message: `There is no question "${condition.question}" before this one.` }];
}
