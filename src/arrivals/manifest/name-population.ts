import { commonFamilyNames, commonGivenNames } from './common-names';
import { fold } from './fold';

const COMMON = 6;
const MOST_FROM_FILE = 4;

/** How the people of a file use each name: as a given or as a family name. Starts from common names, learns from the file. */
export class NamePopulation {
  private readonly given = new Map<string, number>();
  private readonly family = new Map<string, number>();

  /** Counts one person of the file. */
  learn(givenNames: string, familyNames: string): void {
    count(this.given, givenNames);
    count(this.family, familyNames);
  }

  /** Above 0 when a name leans to being given, below 0 when it leans to being a family name; 0 when nobody knows. */
  lean(name: string): number {
    const words = wordsOf(name);
    if (words.length === 0) return 0;
    return words.reduce((sum, word) => sum + this.leanOfWord(word), 0) / words.length;
  }

  private leanOfWord(word: string): number {
    const asGiven = (commonGivenNames.has(word) ? COMMON : 0) + Math.min(this.given.get(word) ?? 0, MOST_FROM_FILE);
    const asFamily = (commonFamilyNames.has(word) ? COMMON : 0) + Math.min(this.family.get(word) ?? 0, MOST_FROM_FILE);
    return Math.log((asGiven + 1) / (asFamily + 1));
  }
}

function wordsOf(name: string): string[] {
  return fold(name).split(' ').filter((word) => word.length > 2 && !['del', 'las', 'los', 'dos', 'das'].includes(word));
}

function count(counts: Map<string, number>, name: string): void {
  for (const word of wordsOf(name)) counts.set(word, (counts.get(word) ?? 0) + 1);
}
