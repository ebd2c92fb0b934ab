import { problems } from '../../platform/errors/problem';

/** Why a whole file cannot be read. The code is kept with the manifest; the sentence says what to do about it. */
export const fileProblems = problems({
  MANIFEST_EMPTY: [422, 'The file has no rows. Please check that you chose the right one.'],
  MANIFEST_PASSWORD_PROTECTED: [422, 'The file is protected with a password. Open it, remove the password, save it and upload it again.'],
  MANIFEST_OLD_EXCEL: [422, 'This is an old Excel file (.xls). Open it, save it as .xlsx or CSV and upload it again.'],
  MANIFEST_NOT_A_TABLE: [422, 'This is not a table. Upload the list as an Excel file (.xlsx) or as CSV.'],
  MANIFEST_BROKEN: [422, 'The file is damaged. Open it on your computer, save it again and upload the new copy.'],
  MANIFEST_UNPACKS_TOO_LARGE: [422, 'The file is far larger inside than a list of people can be. Save only the list as .xlsx or CSV.'],
  MANIFEST_TOO_MANY_ROWS: [422, 'The file has more than 100,000 rows. Please split it.'],
  MANIFEST_TOO_MANY_COLUMNS: [422, 'The file has more than 200 columns. Save only the list of people and upload that.'],
});

/** The codes of `fileProblems`. */
export type FileProblemCode = keyof typeof fileProblems;
