/** How well a birth date is known: a year or an estimate is not a date. */
export const birthDateQualities = ['full', 'approximate', 'year', 'unknown'] as const;
export type BirthDateQuality = (typeof birthDateQualities)[number];

/** The place a person's identity is sealed for. */
export const IDENTITY_PLACE = 'persons.sealed';

/** What identifies a person. It lies in the database only sealed under that person's key. */
export type Identity = {
  givenNames: string;
  familyNames: string;
  otherNames: string[];
  birthDate: string | null;
  birthDateQuality: BirthDateQuality;
  aNumber: string | null;
  nationality: string | null;
  notes?: never;
};
