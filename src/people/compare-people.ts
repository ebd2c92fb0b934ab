import type { BirthDateQuality } from './identity';
import type { ComparedFact } from './people.dto';
import { readQuery } from './search/name-query';
import { GOOD_SCORE, nameRanker } from './search/name-rank';

/** What of somebody can be compared. */
export interface Comparable {
  givenNames: string;
  familyNames: string;
  birthDate?: string | null;
  birthDateQuality?: BirthDateQuality;
  aNumber?: string | null;
  nationality?: string | null;
  sex?: string | null;
}

/** What two records say of whether they are one person. What only one of them knows says nothing. */
export function comparePeople(one: Comparable, other: Comparable): { same: ComparedFact[]; different: ComparedFact[] } {
  const answers: [ComparedFact, boolean | null][] = [
    ['name', namesAgree(one, other)],
    ['birthDate', birthDatesAgree(one, other)],
    ['aNumber', agree(one.aNumber, other.aNumber)],
    ['nationality', agree(one.nationality, other.nationality)],
    ['sex', agree(saidSex(one.sex), saidSex(other.sex))],
  ];
  return {
    same: answers.filter(([, answer]) => answer === true).map(([fact]) => fact),
    different: answers.filter(([, answer]) => answer === false).map(([fact]) => fact),
  };
}

function namesAgree(one: Comparable, other: Comparable): boolean {
  const rank = nameRanker(readQuery(`${one.givenNames} ${one.familyNames},`));
  return rank({ givenNames: other.givenNames, familyNames: other.familyNames, otherNames: [], birthDate: null }) >= GOOD_SCORE;
}

function birthDatesAgree(one: Comparable, other: Comparable): boolean | null {
  if (!one.birthDate || !other.birthDate) return null;
  const byYear = [one, other].some(({ birthDateQuality }) => birthDateQuality === 'year' || birthDateQuality === 'approximate');
  return byYear ? one.birthDate.slice(0, 4) === other.birthDate.slice(0, 4) : one.birthDate === other.birthDate;
}

function agree(one: string | null | undefined, other: string | null | undefined): boolean | null {
  return one && other ? one === other : null;
}

function saidSex(sex: string | null | undefined): string | null {
  return sex === 'undisclosed' ? null : (sex ?? null);
}
