import { fire, type Stage } from './measure';
import { figuresOf, type Figures } from './figures';
import type { Round } from './load-process';
import type { Asked } from './names';

/** Sealed names beside clear ones, and how many misspelt people are found. */
export interface SearchQuality {
  at: { connections: number; sealed: Figures; clear: Figures; timeOfClear: number }[];
  asked: number;
  /** Share of the people asked for who (or whose namesakes) are among the first twenty. */
  recallAt20: number;
}

const ROUNDS = 3;

/** Lets the search over sealed and over clear names take turns, then counts who is found. */
export async function measureSearch(stage: Stage, asked: readonly Asked[], namesakes: ReadonlyMap<string, ReadonlySet<string>>): Promise<SearchQuality> {
  const { load, data, seconds } = stage;
  const kinds = ['sealed', 'clear'] as const;
  for (const kind of kinds) {
    await load.ask.aim(kind, asked.map(({ text }) => ({ method: 'POST' as const, path: `/api/bench-search/${kind}`, body: JSON.stringify({ text }) })), true);
  }
  const at: SearchQuality['at'] = [];
  for (const connections of [1, 16]) {
    const rounds: Record<(typeof kinds)[number], Round[]> = { sealed: [], clear: [] };
    for (const kind of kinds) await fire(stage, kind, connections, 700);
    for (let round = 0; round < ROUNDS; round++) {
      for (const kind of round % 2 === 0 ? kinds : [...kinds].reverse()) rounds[kind].push(await fire(stage, kind, connections, (seconds * 1000) / ROUNDS));
    }
    const [sealed, clear] = [figuresOf(rounds.sealed), figuresOf(rounds.clear)];
    at.push({ connections, sealed, clear, timeOfClear: clear.perSecond / sealed.perSecond });
  }
  let found = 0;
  for (const { text, fullName } of asked) {
    const { items } = await data.session.post<{ items: { id: string }[] }>('/api/people/search', { text });
    const ids = namesakes.get(fullName) ?? new Set();
    if (items.slice(0, 20).some(({ id }) => ids.has(id))) found += 1;
  }
  return { at, asked: asked.length, recallAt20: found / asked.length };
}
