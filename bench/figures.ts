import type { Round } from './load-process';

/** What rounds of one kind add up to. */
export interface Figures {
  p50: number;
  p99: number;
  perSecond: number;
  requests: number;
  /** Processor time of the answering process in one request, in milliseconds: it says where work is even on a busy machine. */
  cpu: number;
  failures: Record<string, number>;
}

/** Adds rounds up: milliseconds at the middle and at the slowest hundredth, answers per second. */
export function figuresOf(rounds: readonly Round[]): Figures {
  const latencies = rounds.flatMap((round) => round.latencies).sort((one, other) => one - other);
  const failures: Record<string, number> = {};
  for (const round of rounds) for (const [status, count] of Object.entries(round.failures)) failures[status] = (failures[status] ?? 0) + count;
  return {
    p50: at(latencies, 0.5),
    p99: at(latencies, 0.99),
    perSecond: latencies.length / rounds.reduce((sum, { seconds }) => sum + seconds, 0),
    requests: latencies.length,
    cpu: rounds.reduce((sum, round) => sum + (round.cpu ?? 0), 0) / Math.max(1, latencies.length),
    failures,
  };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
