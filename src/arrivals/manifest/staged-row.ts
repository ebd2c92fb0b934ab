import type { ManifestField } from './fields';
import type { ManifestRelation } from './relations';
import type { HintCode, ProblemCode, SkipReason } from './row-problems';
import type { Sex } from './sex';

/** What the file says about one person, field by field, as written (or as mended). */
export type WrittenPerson = Partial<Record<ManifestField, string>>;

/** How exact a birth date is: the day is known, the year is, or it was worked out from an age. */
export type BirthDateQuality = 'full' | 'year' | 'approximate';

/** One line of the file as we understand it: a person with what is wrong or worth a look, or a line that is no person. */
export interface StagedRow {
  rowNumber: number;
  skipped: SkipReason | null;
  givenNames: string;
  familyNames: string;
  birthDate: string | null;
  birthDateQuality: BirthDateQuality | null;
  sex: Sex | null;
  nationality: string | null;
  aNumber: string | null;
  group: string;
  relation: ManifestRelation | null;
  language: string | null;
  destination: string;
  phone: string | null;
  releasedOn: string | null;
  isMinor: boolean | null;
  /** The names the other way round, offered when they look swapped. Never applied by itself. */
  suggestedNames: { givenNames: string; familyNames: string } | null;
  problems: ProblemCode[];
  hints: HintCode[];
}
