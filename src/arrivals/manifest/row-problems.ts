/** Why a row cannot be admitted as it stands. The web app has the same sentences in Spanish, by code. */
export const rowProblems = {
  NAME_MISSING: 'There is no name in this row.',
  NAME_HAS_DIGITS: 'The name contains digits. Please correct it.',
  NAME_HAS_SYMBOLS: 'The name contains signs that no name has. Please correct it.',
  NAME_TOO_LONG: 'The name is longer than a name can be. Perhaps two cells ran together.',
  BIRTH_DATE_UNREADABLE: 'The birth date cannot be read. Write it as year-month-day.',
  BIRTH_DATE_IMPOSSIBLE: 'There is no such day in the calendar.',
  BIRTH_DATE_IN_FUTURE: 'The birth date is in the future.',
  BIRTH_DATE_TOO_OLD: 'By this birth date the person would be more than 110 years old.',
  DATE_AMBIGUOUS: 'The birth date can be read day first or month first. Choose the order for the file, or write the date as year-month-day.',
  AGE_UNREADABLE: 'The age cannot be read. Write whole years.',
  RELEASE_DATE_UNREADABLE: 'The release date cannot be read, or can be read in two ways. Write it as year-month-day.',
  RELEASE_DATE_IN_FUTURE: 'The release date is after the day of arrival.',
  A_NUMBER_UNREADABLE: 'The A-number contains other signs than digits.',
  A_NUMBER_WRONG_LENGTH: 'An A-number has seven to nine digits.',
  A_NUMBER_PLACEHOLDER: 'This is not a real A-number. Leave it empty when it is not known.',
  A_NUMBER_TWICE: 'Another person in this file has the same A-number. One of the two is wrong.',
  DUPLICATE_IN_FILE: 'The same person is already in an earlier row of this file.',
  IN_ANOTHER_PARTY: 'This person has been admitted with another party since that day. Set the row aside, or decide anew who it is.',
  SAME_PERSON_TWICE: 'Two rows of this party were said to be the same person. Set one of them aside, or decide anew.',
  NOT_ADMITTED: 'This row could not be admitted. Look at it once more and admit again.',
} as const;

/** What deserves a look but does not keep a row from being admitted. */
export const rowHints = {
  ONE_NAME: 'There is only one name.',
  NAMES_MAYBE_SWAPPED: 'Given and family names may be in each other’s place.',
  NAMES_SPLIT_BY_GUESS: 'Given and family names were in one cell. Please check where they were divided.',
  SAME_NAME_IN_FILE: 'Another row has the same name. They may be two people.',
  BIRTH_DATE_MISSING: 'There is no birth date.',
  BIRTHDAY_JANUARY_FIRST: 'The first of January often stands for a birthday that is not known.',
  BIRTH_YEAR_ONLY: 'Only the year of birth is known.',
  BIRTH_DATE_FROM_AGE: 'The birth year was worked out from the age.',
  BIRTH_YEAR_SHORT: 'The year had two digits. Please check the century.',
  DATE_ORDER_DIFFERS: 'This date is written in the other order than the rest of the file.',
  AGE_DISAGREES: 'Age and birth date do not agree.',
  SEX_UNREADABLE: 'We could not tell the sex from the file.',
  NATIONALITY_UNKNOWN: 'We do not know this nationality.',
  LANGUAGE_UNKNOWN: 'We do not know this language.',
  RELATION_UNKNOWN: 'We do not know this relation.',
  PHONE_UNREADABLE: 'The telephone number is not complete or not a number.',
  MINOR: 'This person is under 18.',
} as const;

/** Why a line of the file is no person. */
export const skipReasons = {
  BLANK_LINE: 'The line is blank.',
  TOTAL_LINE: 'The line is a total or a footer.',
  REPEATED_HEADER: 'The line repeats the column titles.',
} as const;

/** A code of `rowProblems`. */
export type ProblemCode = keyof typeof rowProblems;
/** A code of `rowHints`. */
export type HintCode = keyof typeof rowHints;
/** A code of `skipReasons`. */
export type SkipReason = keyof typeof skipReasons;
