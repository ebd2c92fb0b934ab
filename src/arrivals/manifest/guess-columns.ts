import { cellAt, type ManifestField } from './fields';
import { fieldOfHeader } from './header-words';
import { commonFamilyNames, commonGivenNames } from './common-names';
import { fold } from './fold';
import {
  looksLikeAge, looksLikeANumber, looksLikeCountry, looksLikeDate, looksLikeLanguage, looksLikeName, looksLikePhone, looksLikeSex,
} from './look-of-cells';
import { readDate } from './dates';

/** What we think a column holds, and how sure we are (0 to 1). */
export interface ColumnGuess {
  column: number;
  label: string;
  field: ManifestField | null;
  confidence: number;
}

const SAMPLE = 200;
const repeatable = new Set<ManifestField>(['given_names', 'destination', 'notes_ignored']);

/** Guesses what each column holds from its title and from what is written below it. `today` tells births from releases. */
export function guessColumns(labels: readonly string[], rows: readonly string[][], today: string): ColumnGuess[] {
  const sample = rows.filter((row) => row.length > 0).slice(0, SAMPLE);
  const width = Math.max(labels.length, ...sample.map((row) => row.length));
  const guesses = Array.from({ length: width }, (_, column) => {
    const cells = sample.map((row) => cellAt(row, column)).filter((cell) => cell !== '');
    return guessColumn(column, labels[column] ?? '', cells, today);
  });
  nameColumns(guesses);
  return keepSurest(guesses);
}

function guessColumn(column: number, label: string, cells: string[], today: string): ColumnGuess {
  const titled = fieldOfHeader(label);
  const seen = cells.length === 0 ? null : fieldOfContent(cells, today);
  if (!titled && label === '') return { column, label, field: seen?.field ?? null, confidence: seen?.confidence ?? 0 };
  // A title that we do not know makes what we see below it less sure: it may be the sponsor's telephone.
  if (!titled) return { column, label, field: seen && seen.confidence >= 0.5 ? seen.field : null, confidence: (seen?.confidence ?? 0) * 0.7 };
  const test = mustLookLike[titled.field];
  if (seen?.field === titled.field) return { column, label, field: titled.field, confidence: Math.min(1, titled.confidence + 0.05) };
  const doubted = test !== undefined && cells.length > 0 && share(cells, test) < 0.2;
  return { column, label, field: titled.field, confidence: doubted ? titled.confidence * 0.5 : titled.confidence };
}

type Test = (cell: string) => boolean;
const mustLookLike: Partial<Record<ManifestField, Test>> = {
  birth_date: (cell) => /\d/.test(cell),
  phone: (cell) => /\d{3}/.test(cell),
  a_number: (cell) => /\d{3}/.test(cell),
  full_name: (cell) => /\p{L}/u.test(cell),
  family_names: (cell) => /\p{L}/u.test(cell),
};

function fieldOfContent(cells: string[], today: string): { field: ManifestField; confidence: number } | null {
  const mostly = (test: Test, field: ManifestField, confidence: number) => {
    const part = share(cells, test);
    return part >= 0.6 ? { field, confidence: confidence * part } : null;
  };
  return (
    mostly((cell) => /\d/.test(cell) && looksLikeANumber(cell), 'a_number', 0.75) ??
    mostly(looksLikePhone, 'phone', 0.75) ??
    mostly(looksLikeDate, recent(cells, today) ? 'released_on' : 'birth_date', 0.75) ??
    mostly(looksLikeSex, 'sex', 0.75) ??
    mostly(looksLikeLanguage, 'language', 0.7) ??
    mostly(looksLikeCountry, 'nationality', 0.7) ??
    (inRuns(cells) ? { field: 'group' as const, confidence: 0.4 } : null) ??
    mostly((cell) => looksLikeAge(cell) && !counting(cells), 'age', 0.3) ??
    namesIn(cells)
  );
}

function namesIn(cells: string[]): { field: ManifestField; confidence: number } | null {
  if (share(cells, looksLikeName) < 0.7) return null;
  const words = cells.slice(0, 100).map((cell) => fold(cell).split(' '));
  const having = (names: Set<string>) => words.filter((list) => list.some((word) => names.has(word))).length / words.length;
  const [given, family] = [having(commonGivenNames), having(commonFamilyNames)];
  if (given >= 0.4 && family >= 0.4) return { field: 'full_name', confidence: 0.65 };
  if (given >= 0.4) return { field: 'given_names', confidence: 0.55 };
  if (family >= 0.4) return { field: 'family_names', confidence: 0.55 };
  return share(cells, (cell) => cell.includes(' ')) > 0.7 && given + family > 0.2 ? { field: 'full_name', confidence: 0.35 } : null;
}

function share(cells: string[], test: Test): number {
  return cells.filter(test).length / cells.length;
}

/** 1, 2, 3, … is the number of the line, not an age or a family. */
function counting(cells: string[]): boolean {
  const steps = cells.slice(1).filter((cell, index) => Number(cell) === Number(cells[index]) + 1).length;
  return cells.length > 2 && steps >= (cells.length - 1) * 0.8;
}

/** Families stand together: short codes that repeat in runs, fewer codes than people. */
function inRuns(cells: string[]): boolean {
  if (cells.length < 4 || counting(cells) || share(cells, (cell) => /^[\p{L}]{0,4}[\s-]?\d{1,5}[a-z]?$/iu.test(cell)) < 0.8) return false;
  const starts = cells.filter((cell, index) => cell !== cells[index - 1]).length;
  return starts < cells.length && new Set(cells).size >= starts * 0.8;
}

function recent(cells: string[], today: string): boolean {
  const thisYear = Number(today.slice(0, 4));
  const read = cells.map((cell) => readDate(cell, 'month_first', thisYear));
  const years = read.flatMap((date) => (date.kind === 'date' ? [Number(date.date.slice(0, 4))] : []));
  return years.length > 0 && years.every((year) => Math.abs(year - thisYear) <= 1);
}

/** “Nombre” is the whole name unless “Apellido” stands beside it; two columns of family names are the two surnames. */
function nameColumns(guesses: ColumnGuess[]): void {
  const of = (field: ManifestField) => guesses.filter((guess) => guess.field === field);
  const [families, fulls] = [of('family_names'), of('full_name')];
  if (families.length > 0 && of('given_names').length === 0 && fulls.length > 0) for (const guess of fulls.slice(0, 1)) guess.field = 'given_names';
  const nomAlone = families.length === 1 && of('given_names').length === 0 && fulls.length === 0 && fold(families[0]?.label ?? '').startsWith('nom');
  if (nomAlone) (families[0] as ColumnGuess).field = 'full_name';
  if (families.length >= 2 && of('second_family_name').length === 0) (families[1] as ColumnGuess).field = 'second_family_name';
}

function keepSurest(guesses: ColumnGuess[]): ColumnGuess[] {
  const best = new Map<ManifestField, ColumnGuess>();
  for (const guess of guesses) {
    const known = guess.field && best.get(guess.field);
    if (guess.field && (!known || guess.confidence > known.confidence)) best.set(guess.field, guess);
  }
  return guesses.map((guess) => {
    const alone = guess.field !== null && best.get(guess.field) === guess;
    const besides = guess.field !== null && repeatable.has(guess.field) && guess.confidence >= 0.7;
    return (alone || besides) && guess.confidence >= 0.25 ? { ...guess, confidence: Math.round(guess.confidence * 100) / 100 } : { ...guess, field: null, confidence: 0 };
  });
}
