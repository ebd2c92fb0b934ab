import type { Stage } from './assessment.entity';
import type { DomainChange, DomainLevel, PersonChange } from './assessment-views.dto';
import type { LevelRow } from './assessments.repository';
import type { InstrumentDefinition } from './instrument-definition';

interface Look {
  id: string;
  personId: string | null;
  stage: Stage;
  on: string;
  versionId: string;
  levels: Map<string, DomainLevel>;
}

/** The looks of each person that can be compared: the first at entry and the latest after it. */
export interface Pair {
  personId: string | null;
  entry: Look;
  latest: Look;
}

/**
 * Matched pairs only (practice notes 2.1): who has one look has nothing to compare, and is counted apart. `rows` come oldest first.
 * The latest is the look at the exit when there is one, else the newest.
 */
export function pairsOf(rows: readonly LevelRow[]): { pairs: Pair[]; unmatched: number } {
  const looks = new Map<string, Look>();
  for (const { assessmentId, personId, stage, informationOn, versionId, question, level, notApplicable, declined, goal, workNotPermitted } of rows) {
    const look = looks.get(assessmentId) ?? { id: assessmentId, personId, stage, on: informationOn, versionId, levels: new Map<string, DomainLevel>() };
    look.levels.set(question, { level, notApplicable, declined, goal, workNotPermitted });
    looks.set(assessmentId, look);
  }
  const people = new Map<string | null, Look[]>();
  for (const look of looks.values()) people.set(look.personId, [...(people.get(look.personId) ?? []), look]);
  const pairs = [...people].flatMap(([personId, taken]): Pair[] => {
    const entry = taken.find(({ stage }) => stage === 'entry');
    const later = taken.filter((look) => look.stage !== 'entry' && entry !== undefined && look.on >= entry.on);
    const latest = later.findLast(({ stage }) => stage === 'exit') ?? later.at(-1);
    return entry && latest ? [{ personId, entry, latest }] : [];
  });
  return { pairs, unmatched: people.size - pairs.length };
}

/** A pair by domain, in the order and words of the version of its latest look. There is no total. */
export function personChange({ personId, entry, latest }: Pair, definition: Pick<InstrumentDefinition, 'sections'>): PersonChange {
  const questions = definition.sections.flatMap((section) => section.questions.filter(({ type }) => type === 'level'));
  return {
    personId, entryId: entry.id, entryOn: entry.on, latestId: latest.id, latestOn: latest.on, latestStage: latest.stage,
    domains: questions.map(({ key, text }): DomainChange => {
      const before = entry.levels.get(key) ?? null;
      const now = latest.levels.get(key) ?? null;
      const paired = before !== null && now !== null && before.level !== null && now.level !== null;
      return { question: key, text: { en: text.en, es: text.es }, entry: before, latest: now, change: paired ? (now.level ?? 0) - (before.level ?? 0) : null };
    }),
  };
}
