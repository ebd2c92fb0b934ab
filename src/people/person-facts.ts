import type { FieldProblem } from '../platform/errors/problem';
import { nineDigits } from './a-number';
import type { OpenedPerson, PersonDraft } from './people.service';
import type { PersonFacts } from './person.dto';

type NamedFacts = PersonFacts & { givenNames?: string; familyNames?: string };

/** What is wrong with the facts of a person, as seen on a site's date; `prefix` says where they lie in a larger form. */
export function factProblems(facts: NamedFacts, today: string, prefix = ''): FieldProblem[] {
  const found: FieldProblem[] = [];
  const say = (field: keyof NamedFacts, message: string): void => void found.push({ field: `${prefix}${field}`, message });
  if (facts.birthDate && facts.birthDate > today) say('birthDate', 'A birth date cannot lie in the future.');
  if (facts.releasedOn && facts.releasedOn > today) say('releasedOn', 'A release cannot lie in the future.');
  if (facts.aNumber && nineDigits(facts.aNumber) === null) say('aNumber', 'This is not an A-number. Leave it empty when there is none.');
  return found;
}

/** What is wrong with the names of somebody new. */
export function nameProblems({ givenNames, familyNames }: { givenNames?: string; familyNames?: string }, prefix = ''): FieldProblem[] {
  const hasName = Boolean(givenNames?.trim()) || Boolean(familyNames?.trim());
  return hasName ? [] : [{ field: `${prefix}givenNames`, message: 'Write at least one name.' }];
}

/** Somebody new, from what was typed and found right. */
export function newDraft(facts: NamedFacts): PersonDraft {
  return {
    givenNames: facts.givenNames ?? '',
    familyNames: facts.familyNames ?? '',
    otherNames: trimmed(facts.otherNames) ?? [],
    birthDate: facts.birthDate ?? null,
    birthDateQuality: facts.birthDateQuality ?? undefined,
    ageBand: facts.ageBand ?? undefined,
    aNumber: facts.aNumber ? nineDigits(facts.aNumber) : null,
    aNumberStatus: facts.aNumberStatus ?? undefined,
    nationality: facts.nationality ?? null,
    sex: facts.sex ?? null,
    languageSpoken: facts.languageSpoken ?? null,
    languageRead: facts.languageRead ?? null,
    interpreterNeeded: facts.interpreterNeeded ?? false,
    needs: facts.needs ?? [],
    releasedOn: facts.releasedOn ?? null,
    releaseEvidence: facts.releaseEvidence ?? null,
    releasedBy: facts.releasedBy ?? null,
  };
}

/** A person with what was changed; what was left out stays as it is. */
export function changedDraft({ identity, ...person }: OpenedPerson, facts: NamedFacts): PersonDraft {
  const kept = <T>(said: T | undefined, known: T): T => (said === undefined ? known : said);
  const aNumber = facts.aNumber === undefined ? identity.aNumber : facts.aNumber === null ? null : nineDigits(facts.aNumber);
  const birthDate = kept(facts.birthDate, identity.birthDate);
  return {
    givenNames: facts.givenNames ?? identity.givenNames,
    familyNames: facts.familyNames ?? identity.familyNames,
    otherNames: trimmed(facts.otherNames) ?? identity.otherNames,
    birthDate,
    birthDateQuality: facts.birthDateQuality ?? (facts.birthDate === undefined ? identity.birthDateQuality : undefined),
    ageBand: facts.ageBand ?? person.ageBand,
    aNumber,
    aNumberStatus: facts.aNumberStatus ?? (aNumber === identity.aNumber ? person.aNumberStatus : undefined),
    nationality: kept(facts.nationality, identity.nationality),
    sex: kept(facts.sex, person.sex),
    languageSpoken: kept(facts.languageSpoken, person.languageSpoken),
    languageRead: kept(facts.languageRead, person.languageRead),
    interpreterNeeded: facts.interpreterNeeded ?? person.interpreterNeeded,
    needs: facts.needs ?? person.needs,
    releasedOn: kept(facts.releasedOn, person.releasedOn),
    releaseEvidence: kept(facts.releaseEvidence, person.releaseEvidence),
    releasedBy: kept(facts.releasedBy, person.releasedBy),
  };
}

function trimmed(names: string[] | null | undefined): string[] | undefined {
  return names?.map((name) => name.trim()).filter((name) => name !== '');
}
