import type { ProblemCode } from './row-problems';

/** Where a staged row stands: mend it, decide about a likely match, let it in, it is in, it stays out. */
export const rowStates = ['problem', 'match', 'ready', 'admitted', 'set_aside'] as const;
export type RowState = (typeof rowStates)[number];

/** What somebody decided about a row: it is a person already known, or it is nobody we know. */
export type RowDecision = 'same' | 'different';

/** The facts a row's state follows from. */
export interface RowFacts {
  problems: readonly ProblemCode[];
  matches: number;
  decision: RowDecision | null;
  setAside: boolean;
  admitted: boolean;
}

/** The state of a row. Nothing is merged by itself: a likely match waits until somebody decides. */
export function stateOfRow({ problems, matches, decision, setAside, admitted }: RowFacts): RowState {
  if (admitted) return 'admitted';
  if (setAside) return 'set_aside';
  if (openProblems(problems, decision).length > 0) return 'problem';
  return matches > 0 && decision === null ? 'match' : 'ready';
}

/** The problems that still count: who was said to be another person is no duplicate. */
export function openProblems(problems: readonly ProblemCode[], decision: RowDecision | null): ProblemCode[] {
  return problems.filter((problem) => problem !== 'DUPLICATE_IN_FILE' || decision !== 'different');
}
