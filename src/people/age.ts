import type { BirthDateQuality, Identity } from './identity';

/** The bands in which an age is kept in clear: enough to give a bed, too little to tell who somebody is. */
export const ageBands = ['infant', 'child', 'teen', 'adult', 'older', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Bands of somebody who is not of age. */
export const minorBands: readonly AgeBand[] = ['infant', 'child', 'teen'];

const OF_AGE = 18;

type Birth = Pick<Identity, 'birthDate' | 'birthDateQuality'>;

/**
 * Whole years on a date, or null when nothing is known. Where only the year of birth is known, the birthday is taken to be the
 * last of that year, so that nobody is treated as of age a day too early.
 */
export function ageOn({ birthDate, birthDateQuality }: Birth, date: string): number | null {
  if (birthDate === null || birthDateQuality === 'unknown') return null;
  const birthday = latestBirthday(birthDate, birthDateQuality);
  const years = Number(date.slice(0, 4)) - Number(birthday.slice(0, 4));
  return Math.max(0, date.slice(5) < birthday.slice(5) ? years - 1 : years);
}

/** Whether somebody is 18 on the date; null when nothing says so. The band counts where there is no birth date. */
export function isAdultOn(birth: Birth, band: AgeBand, date: string): boolean | null {
  const age = ageOn(birth, date);
  if (age !== null) return age >= OF_AGE;
  if (band === 'unknown') return null;
  return !minorBands.includes(band);
}

/** The band of a person on a date; `said` is what is believed where there is no birth date. */
export function ageBandOn(birth: Birth, date: string, said: AgeBand = 'unknown'): AgeBand {
  const age = ageOn(birth, date);
  if (age === null) return said;
  if (age < 2) return 'infant';
  if (age < 13) return 'child';
  if (age < OF_AGE) return 'teen';
  return age < 60 ? 'adult' : 'older';
}

function latestBirthday(birthDate: string, quality: BirthDateQuality): string {
  return quality === 'year' ? `${birthDate.slice(0, 4)}-12-31` : birthDate;
}
