import city from '../packs/local-six-months.json';
import { programPacks } from '../delivered-packs';
import { programPack, type ProgramPack } from '../program-pack';
import type { RuleKey, RuleValue } from '../rule-keys';
import { criterion, type Basis, type Criterion } from './criterion';
import { eligibility, type EligibilityFacts, type EligibilityRule } from './eligibility';

const nothingKnown: EligibilityFacts = { on: '2026-03-01', basis: [], age: null, dates: {}, asked: {} };
const rule = (asks: object, over: Partial<EligibilityRule> = {}): EligibilityRule => ({ id: 'a', key: 'a', oneOf: null, criterion: criterion.parse(asks), ...over });
const says = (asks: object, facts: Partial<EligibilityFacts>, figures = new Map<RuleKey, RuleValue>()): string => eligibility([rule(asks)], { ...nothingKnown, ...facts }, figures).says;

describe('the rules of a program', () => {
  it.each<[string, object, Partial<EligibilityFacts>, string]>([
    ['a basis that is asked for', { basis: ['parole'] }, { basis: ['parole'] }, 'yes'],
    ['one of several', { basis: ['parole', 'bond'] }, { basis: ['in_proceedings', 'bond'] }, 'yes'],
    ['another basis', { basis: ['parole'] }, { basis: ['asylee'] }, 'no'],
    ['a basis nobody asked about', { basis: ['parole'] }, {}, 'unknown'],
    ['somebody who could not say', { basis: ['parole'] }, { basis: ['unknown'] }, 'unknown'],
    ['another basis beside what they could not say', { basis: ['parole'] }, { basis: ['bond', 'unknown'] }, 'unknown'],
    ['the day of turning 18', { age: { atLeast: 18 } }, { age: 18 }, 'yes'],
    ['the day before', { age: { atLeast: 18 } }, { age: 17 }, 'no'],
    ['an age that nobody knows', { age: { atMost: 17 } }, {}, 'unknown'],
    ['the day itself', { days: { since: 'arrival', atMost: 31 } }, { dates: { arrival: '2026-03-01' } }, 'yes'],
    ['day 31 of a window of 31', { days: { since: 'arrival', atMost: 31 } }, { dates: { arrival: '2026-01-29' } }, 'yes'],
    ['day 32 of a window of 31', { days: { since: 'arrival', atMost: 31 } }, { dates: { arrival: '2026-01-28' } }, 'no'],
    ['a day that lies ahead', { days: { since: 'release', atMost: 31 } }, { dates: { release: '2026-03-02' } }, 'no'],
    ['a release that nobody knows', { days: { since: 'release', atMost: 31 } }, { dates: { release: null } }, 'unknown'],
    ['at least so many days', { days: { since: 'release', atLeast: 30 } }, { dates: { release: '2026-01-30' } }, 'yes'],
    ['the first day of a span', { date: { of: 'arrival', from: '2026-01-01', until: '2026-01-31' } }, { dates: { arrival: '2026-01-01' } }, 'yes'],
    ['its last day', { date: { of: 'arrival', from: '2026-01-01', until: '2026-01-31' } }, { dates: { arrival: '2026-01-31' } }, 'yes'],
    ['the day after', { date: { of: 'arrival', from: '2026-01-01', until: '2026-01-31' } }, { dates: { arrival: '2026-02-01' } }, 'no'],
    ['a question that was answered', { ask: { en: 'Well?', es: '¿Bien?' } }, { asked: { a: true } }, 'yes'],
    ['a question nobody answered', { ask: { en: 'Well?', es: '¿Bien?' } }, { asked: { a: null } }, 'unknown'],
    ['the opposite', { not: { ask: { en: 'Well?', es: '¿Bien?' } } }, { asked: { a: true } }, 'no'],
    ['the opposite of what is unknown', { not: { basis: ['parole'] } }, {}, 'unknown'],
    ['all with a no among what is unknown', { all: [{ basis: ['parole'] }, { age: { atLeast: 18 } }] }, { age: 10 }, 'no'],
    ['any with a yes among what is unknown', { any: [{ basis: ['parole'] }, { age: { atLeast: 18 } }] }, { age: 20 }, 'yes'],
  ])('answer to %s', (_, asks, facts, answer) => {
    expect(says(asks, facts)).toBe(answer);
  });

  it('take a number of days from a dated figure of the program, and say so when the award has it', () => {
    const window = { days: { since: 'arrival', atMost: { rule: 'enrollment_window_days' } } };
    const on = (figure: RuleValue): string => says(window, { dates: { arrival: '2026-01-29' } }, new Map([['enrollment_window_days', figure]]));

    expect([on(31), on(30), on(null)]).toEqual(['yes', 'no', 'unknown']);
    expect(says(window, { dates: { arrival: '2026-01-29' } })).toBe('unknown');
  });

  it('take one way in as enough, and ask each other rule by itself', () => {
    const [parole, bond] = [rule({ basis: ['parole'] }, { id: '1', key: 'parole', oneOf: 'way' }), rule({ basis: ['bond'] }, { id: '2', key: 'bond', oneOf: 'way' })] as const;
    const grown = rule({ age: { atLeast: 18 } }, { id: '3', key: 'grown' });
    const verdict = eligibility([parole, bond, grown], { ...nothingKnown, basis: ['bond'], age: 30 }, new Map());

    expect(verdict).toEqual({
      on: '2026-03-01', says: 'yes',
      rules: [
        { ruleId: '1', key: 'parole', oneOf: 'way', says: 'no' },
        { ruleId: '2', key: 'bond', oneOf: 'way', says: 'yes' },
        { ruleId: '3', key: 'grown', oneOf: null, says: 'yes' },
      ],
    });
    expect(eligibility([parole, bond, grown], { ...nothingKnown, basis: ['bond'], age: 3 }, new Map()).says).toBe('no');
    expect(eligibility([parole, bond], nothingKnown, new Map()).says).toBe('unknown');
    expect(eligibility([], nothingKnown, new Map()).says).toBe('yes');
  });

  const pack = (code: string): ProgramPack => [...programPacks, programPack.parse(city)].find((found) => found.code === code) as ProgramPack;
  const asked = (code: string, basis: Basis[], answers: Record<string, boolean> = {}): string =>
    eligibility(pack(code).eligibility.map((found) => ({ id: found.key, key: found.key, oneOf: found.oneOf ?? null, criterion: found.criterion as Criterion })), { ...nothingKnown, basis, asked: answers }, new Map()).says;

  it('widen with each round of CMPP and open three ways into the fund', () => {
    const rounds = (basis: Basis): string[] => ['cmpp-2022', 'cmpp-2023', 'cmpp-2024', 'drf-draa'].map((code) => asked(code, [basis]));

    expect(rounds('in_proceedings')).toEqual(['yes', 'yes', 'yes', 'yes']);
    expect(rounds('atd')).toEqual(['no', 'yes', 'yes', 'no']);
    expect(rounds('parole')).toEqual(['no', 'no', 'yes', 'yes']);
    expect(rounds('bond')).toEqual(['no', 'no', 'yes', 'no']);
    expect(rounds('pending_asylum')).toEqual(['no', 'no', 'no', 'yes']);
    expect(rounds('asylee')).toEqual(['no', 'no', 'no', 'no']);
    expect(rounds('unknown')).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });

  it('of the city ask what its file asks', () => {
    const open = { in_city_shelter: true, asylum_path: true, not_cbp_one: false };

    expect(asked('city-newcomers-2024', [], open)).toBe('yes');
    expect(asked('city-newcomers-2024', [], { ...open, not_cbp_one: true })).toBe('no');
    expect(asked('city-newcomers-2024', ['pending_asylum'], { in_city_shelter: true, not_cbp_one: false })).toBe('yes');
    expect(asked('city-newcomers-2024', [], { in_city_shelter: true, asylum_path: true })).toBe('unknown');
  });

  it.each([
    ['an empty bound', { days: { since: 'arrival' } }],
    ['no basis', { basis: [] }],
    ['two leaves at once', { basis: ['parole'], age: { atLeast: 18 } }],
    ['more than four levels', { not: { not: { not: { not: { basis: ['parole'] } } } } }],
    ['a figure nobody knows', { days: { since: 'arrival', atMost: { rule: 'kindness' } } }],
  ])('cannot have %s', (_, asks) => {
    expect(criterion.safeParse(asks).success).toBe(false);
  });
});
