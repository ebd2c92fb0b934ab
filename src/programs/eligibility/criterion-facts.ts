import type { Labels } from '../program-measure.entity';
import { countedFrom, type Criterion } from './criterion';

/** What has to be known before a rule can be answered. */
export const ruleFacts = ['basis', 'age', ...countedFrom, 'question'] as const;
export type RuleFact = (typeof ruleFacts)[number];

/** The facts that a criterion looks at, each once. */
export function factsOf(criterion: Criterion): RuleFact[] {
  return [...new Set(leavesOf(criterion).map(factOf))];
}

/** The questions that a criterion puts to the person. */
export function questionsOf(criterion: Criterion): Labels[] {
  return leavesOf(criterion).flatMap((leaf) => ('ask' in leaf ? [leaf.ask] : []));
}

function factOf(leaf: Criterion): RuleFact {
  if ('basis' in leaf) return 'basis';
  if ('age' in leaf) return 'age';
  if ('days' in leaf) return leaf.days.since;
  return 'date' in leaf ? leaf.date.of : 'question';
}

function leavesOf(criterion: Criterion): Criterion[] {
  if ('all' in criterion) return criterion.all.flatMap(leavesOf);
  if ('any' in criterion) return criterion.any.flatMap(leavesOf);
  return 'not' in criterion ? leavesOf(criterion.not) : [criterion];
}
