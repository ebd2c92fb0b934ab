import { deliveredInstruments } from './delivered-instruments';
import type { InstrumentDefinition, Question } from './instrument-definition';
import { answerProblem, countedAnswers, missingQuestions, outcomeOf, shownSections } from './instrument-rules';

const text = { en: 'x', es: 'x' };
const sections: InstrumentDefinition['sections'] = [
  { key: 'a', title: text, questions: [
    { key: 'children', type: 'number', text, required: true, min: 0, max: 20 },
    { key: 'school', type: 'yes_no', text, required: true, showIf: { question: 'children', atLeast: 1 } },
    { key: 'which', type: 'short_text', text, showIf: { question: 'school', is: true } },
  ] },
  { key: 'b', title: text, showIf: { any: [{ question: 'school', is: false }, { question: 'children', oneOf: [9] }] }, questions: [{ key: 'help', type: 'multi', text, options: [{ key: 'x', label: text }, { key: 'y', label: text }] }] },
];
const shown = (...answers: Parameters<typeof shownSections>[1]): string[] => shownSections({ sections }, answers).flatMap(({ questions }) => questions.map(({ key }) => key));

describe('what is shown', () => {
  it('follows the answers, at the boundary too', () => {
    expect(shown()).toEqual(['children']);
    expect(shown({ question: 'children', value: 0 })).toEqual(['children']);
    expect(shown({ question: 'children', value: 1 })).toEqual(['children', 'school']);
    expect(shown({ question: 'children', value: 1 }, { question: 'school', value: false })).toEqual(['children', 'school', 'help']);
  });

  it('lets an answer to a hidden question count for nothing, also where others hang on it', () => {
    const answers = [{ question: 'children', value: 0 }, { question: 'school', value: true }, { question: 'which', value: 'P.S. 7' }];

    expect(shown(...answers)).toEqual(['children']);
    expect(countedAnswers({ sections }, answers)).toEqual([answers[0]]);
  });

  it('asks at the end for what is required and shown; declining is an answer', () => {
    const keys = (...answers: Parameters<typeof shownSections>[1]): string[] => missingQuestions({ sections }, answers).map(({ key }) => key);

    expect(keys()).toEqual(['children']);
    expect(keys({ question: 'children', value: 2 })).toEqual(['school']);
    expect(keys({ question: 'children', value: 2 }, { question: 'school', declined: true })).toEqual([]);
  });
});

describe('the outcome', () => {
  const screen = deliveredInstruments.find(({ code }) => code === 'trafficking-screen') as InstrumentDefinition;
  const keys = screen.sections.flatMap(({ questions }) => questions.map(({ key }) => key));

  it('is an indicator with one yes, none with every no, and not suggested in between', () => {
    const all = (value: boolean) => keys.map((question) => ({ question, value }));

    expect(outcomeOf(screen, [{ question: keys[3] ?? '', value: true }])).toBe('indicator');
    expect(outcomeOf(screen, all(false))).toBe('no_indicator');
    expect(outcomeOf(screen, all(false).slice(1))).toBeNull();
  });
});

describe('an answer', () => {
  const level = { key: 'housing', type: 'level', text } as unknown as Question;

  it.each([[1, null], [5, null], [0, 'level'], [6, 'level'], [1.5, 'level'], ['3', 'level']] as const)('of level %s is %s', (value, problem) => {
    expect(answerProblem(level, { question: 'housing', value })).toBe(problem);
  });

  it('does not apply only where the version lets it', () => {
    expect(answerProblem(level, { question: 'housing', notApplicable: true })).toBe('not_applicable');
    expect(answerProblem({ ...level, notApplicable: true }, { question: 'housing', notApplicable: true })).toBeNull();
    expect(answerProblem({ ...level, notApplicable: true }, { question: 'housing', notApplicable: true, value: 2 })).toBe('both');
  });

  it('is one of the options, once each', () => {
    const multi = { key: 'm', type: 'multi', text, options: [{ key: 'x', label: text }, { key: 'y', label: text }] } as Question;

    expect([['x', 'y'], ['x', 'x'], ['z']].map((value) => answerProblem(multi, { question: 'm', value }))).toEqual([null, 'option', 'option']);
  });
});
