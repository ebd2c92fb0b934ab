import { readANumber } from './a-number';
import { countryOf } from './countries';
import { readDate } from './dates';
import type { DateOrder } from './fields';
import { languageOf } from './languages';
import { cleanName, displayName, nameProblem, type PersonNames, splitFullName, swapOf } from './names';
import type { NamePopulation } from './name-population';
import { readPhone } from './phone';
import { readBirth, yearsBetween } from './read-birth';
import { relationOf } from './relations';
import type { HintCode, ProblemCode } from './row-problems';
import { type SexLetters, sexOf } from './sex';
import type { StagedRow, WrittenPerson } from './staged-row';

/** How the file as a whole writes things; what one person's fields are read by. */
export interface FileHabits {
  order: DateOrder | null;
  /** The day of arrival: nobody on the bus was born or released after it. */
  today: string;
  sexLetters: SexLetters;
  population: NamePopulation;
}

/** What one person's fields say by themselves, without the other rows of the file. */
export type ReadPerson = Omit<StagedRow, 'rowNumber' | 'skipped'>;

/** Reads one person from what is written about them. Reading what was read again gives the same. */
export function readPerson(written: WrittenPerson, habits: FileHabits): ReadPerson {
  const problems: ProblemCode[] = [];
  const hints: HintCode[] = [];
  const names = readNames(written, habits, problems, hints);
  const birth = readBirth(written.birth_date ?? '', written.age ?? '', habits);
  problems.push(...birth.problems);
  hints.push(...birth.hints);
  const phone = understood(written.phone, readPhone, 'PHONE_UNREADABLE', hints);
  const { aNumber, problem } = readANumber(written.a_number ?? '', phone?.replace(/^\+1?/, '') ?? (written.phone ?? '').replace(/\D/g, ''));
  if (problem) problems.push(problem);
  const isMinor = birth.birthDate === null ? null : yearsBetween(birth.birthDate, habits.today) < 18;
  if (isMinor) hints.push('MINOR');
  const relation = written.relation === undefined || written.relation === '' ? null : relationOf(written.relation);
  if (relation === 'unknown' && !/^unknown$/i.test(written.relation ?? '')) hints.push('RELATION_UNKNOWN');
  return {
    ...names,
    birthDate: birth.birthDate,
    birthDateQuality: birth.quality,
    sex: understood(written.sex, (text) => sexOf(text, habits.sexLetters), 'SEX_UNREADABLE', hints),
    nationality: understood(written.nationality, countryOf, 'NATIONALITY_UNKNOWN', hints),
    aNumber,
    group: (written.group ?? '').slice(0, 60),
    relation,
    language: understood(written.language, languageOf, 'LANGUAGE_UNKNOWN', hints),
    destination: (written.destination ?? '').slice(0, 100),
    phone,
    releasedOn: readRelease(written.released_on ?? '', habits, problems),
    isMinor,
    problems,
    hints,
  };
}

type ReadNames = PersonNames & Pick<StagedRow, 'suggestedNames'>;

function readNames(written: WrittenPerson, habits: FileHabits, problems: ProblemCode[], hints: HintCode[]): ReadNames {
  const apart = {
    givenNames: cleanName(written.given_names ?? ''),
    familyNames: [cleanName(written.family_names ?? ''), cleanName(written.second_family_name ?? '')].filter((part) => part !== '').join(' '),
  };
  const inOneCell = apart.givenNames === '' && apart.familyNames === '' ? (written.full_name ?? '') : null;
  const raw = inOneCell === null ? apart : splitFullName(inOneCell, habits.population);
  const names = { givenNames: displayName(raw.givenNames), familyNames: displayName(raw.familyNames) };
  const problem = nameProblem(names);
  if (problem) problems.push(problem);
  if (problem) return { ...names, suggestedNames: null };
  if (names.givenNames === '' || names.familyNames === '') hints.push('ONE_NAME');
  if ('guessed' in raw && raw.guessed) hints.push('NAMES_SPLIT_BY_GUESS');
  const swapped = swapOf(raw, inOneCell, habits.population);
  if (swapped) hints.push('NAMES_MAYBE_SWAPPED');
  return { ...names, suggestedNames: swapped && { givenNames: displayName(swapped.givenNames), familyNames: displayName(swapped.familyNames) } };
}

function readRelease(text: string, habits: FileHabits, problems: ProblemCode[]): string | null {
  if (text === '') return null;
  const read = readDate(text, habits.order, Number(habits.today.slice(0, 4)));
  const date = read.kind === 'date' ? read.date : read.kind === 'either' ? onlyPossible([read.dayFirst, read.monthFirst], habits.today) : null;
  if (date === null) problems.push('RELEASE_DATE_UNREADABLE');
  else if (date > habits.today) problems.push('RELEASE_DATE_IN_FUTURE');
  return date !== null && date <= habits.today ? date : null;
}

/** Of two readings of a release date, the one that is not after the arrival, if that leaves one. */
function onlyPossible(readings: string[], today: string): string | null {
  const possible = readings.filter((date) => date <= today);
  return possible.length === 1 ? (possible[0] as string) : null;
}

function understood<T>(text: string | undefined, read: (text: string) => T | null, hint: HintCode, hints: HintCode[]): T | null {
  if (text === undefined || text === '' || /^(n\/?a|unknown|unk|none|-+|\?+)$/i.test(text)) return null;
  const found = read(text);
  if (found === null) hints.push(hint);
  return found;
}
