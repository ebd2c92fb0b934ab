import { daysBetween } from '../../platform/clock/clock';
import type { ProgramEligibilityRule } from '../program-eligibility-rule.entity';
import type { RuleKey, RuleValue } from '../rule-keys';
import type { Basis, CountedFrom, Criterion } from './criterion';

/** What a rule says to the facts that are known. */
export const answers = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof answers)[number];

/** What is known of somebody on the day they are offered a program. What nobody knows is null, never a guess. */
export interface EligibilityFacts {
  /** The day for which it is asked. */
  on: string;
  /** None when nobody asked; `unknown` when they could not say. */
  basis: readonly Basis[];
  age: number | null;
  dates: Readonly<Partial<Record<CountedFrom, string | null>>>;
  /** Answers to the questions that rules put, by the key of the rule. */
  asked: Readonly<Partial<Record<string, boolean | null>>>;
}

/** One dated rule of a program, as far as the question needs it. */
export type EligibilityRule = Pick<ProgramEligibilityRule, 'id' | 'key' | 'criterion' | 'oneOf'>;

/** What one rule said. */
export interface RuleAnswer {
  ruleId: string;
  key: string;
  oneOf: string | null;
  says: Answer;
}

/** What all rules of a program said on a day. Never a bare yes or no. */
export interface EligibilityVerdict {
  on: string;
  says: Answer;
  rules: RuleAnswer[];
}

/** The figures of the program's rules that hold on the day; a criterion may name one instead of a number of days. */
export type Figures = ReadonlyMap<RuleKey, RuleValue>;

/**
 * Asks every rule. Each that stands by itself has to be met, and of those that share a name one is enough. What cannot be answered
 * stays unknown unless another rule decides it. A program without rules is open to everybody.
 */
export function eligibility(rules: readonly EligibilityRule[], facts: EligibilityFacts, figures: Figures): EligibilityVerdict {
  const said = rules.map(({ id, key, oneOf, criterion }) => ({ ruleId: id, key, oneOf, says: ask(criterion, key, facts, figures) }));
  const ways = new Set(said.flatMap(({ oneOf }) => oneOf ?? []));
  const alone = said.filter(({ oneOf }) => oneOf === null).map(({ says }) => says);
  const together = [...ways].map((way) => any(said.filter(({ oneOf }) => oneOf === way).map(({ says }) => says)));
  return { on: facts.on, says: all([...alone, ...together]), rules: said };
}

function ask(criterion: Criterion, key: string, facts: EligibilityFacts, figures: Figures): Answer {
  const inner = (part: Criterion): Answer => ask(part, key, facts, figures);
  if ('basis' in criterion) return ofBasis(criterion.basis, facts.basis);
  if ('age' in criterion) return facts.age === null ? 'unknown' : within(facts.age, criterion.age.atLeast ?? null, criterion.age.atMost ?? null);
  if ('days' in criterion) return ofDays(criterion.days, facts, figures);
  if ('date' in criterion) return ofDate(criterion.date, facts);
  if ('ask' in criterion) return facts.asked[key] === undefined || facts.asked[key] === null ? 'unknown' : facts.asked[key] ? 'yes' : 'no';
  if ('all' in criterion) return all(criterion.all.map(inner));
  if ('any' in criterion) return any(criterion.any.map(inner));
  return opposite(inner(criterion.not));
}

function ofBasis(wanted: readonly Basis[], known: readonly Basis[]): Answer {
  if (known.some((basis) => wanted.includes(basis))) return 'yes';
  return known.length === 0 || known.includes('unknown') ? 'unknown' : 'no';
}

type DaysCriterion = Extract<Criterion, { days: unknown }>['days'];

/** The last day counts, as in the window after release: with 31 days somebody who came on March 1 is inside until April 1. */
function ofDays({ since, atLeast, atMost }: DaysCriterion, { on, dates }: EligibilityFacts, figures: Figures): Answer {
  const from = dates[since] ?? null;
  if (from === null) return 'unknown';
  const days = daysBetween(from, on);
  if (days < 0) return 'no';
  const bounds = [atLeast, atMost].map((bound) => figureOf(bound, figures));
  if (bounds.includes('unknown')) return 'unknown';
  const [least, most] = bounds as (number | null)[];
  return within(days, least ?? null, most ?? null);
}

/** A number, null without a bound, or unknown when the program has that rule and its figure is in the award document. */
function figureOf(bound: number | { rule: string } | undefined, figures: Figures): number | null | 'unknown' {
  if (bound === undefined) return null;
  if (typeof bound === 'number') return bound;
  const figure = figures.get(bound.rule as RuleKey);
  return typeof figure === 'number' ? figure : 'unknown';
}

function ofDate({ of, from, until }: Extract<Criterion, { date: unknown }>['date'], { dates }: EligibilityFacts): Answer {
  const day = dates[of] ?? null;
  if (day === null) return 'unknown';
  return (from === undefined || day >= from) && (until === undefined || day <= until) ? 'yes' : 'no';
}

function within(value: number, atLeast: number | null, atMost: number | null): Answer {
  return (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost) ? 'yes' : 'no';
}

function all(said: readonly Answer[]): Answer {
  if (said.includes('no')) return 'no';
  return said.includes('unknown') ? 'unknown' : 'yes';
}

function any(said: readonly Answer[]): Answer {
  if (said.includes('yes')) return 'yes';
  return said.includes('unknown') ? 'unknown' : 'no';
}

function opposite(said: Answer): Answer {
  if (said === 'unknown') return said;
  return said === 'yes' ? 'no' : 'yes';
}
