import { invalid, problems } from '../../platform/errors/problem';
import { whenBroken } from '../../platform/errors/constraints';

/** What can go wrong with the files of a case. */
export const caseFileProblems = problems({
  CASE_FILE_REMOVED: [410, 'This file was removed. Its content is gone.'],
  CASE_FILE_LOST: [500, 'The content of this file cannot be found in the storage. Tell whoever runs Posada for you.'],
  CASE_FILE_THERE: [409, 'This very file is on the case already.'],
});

whenBroken('case_files_same_once', () => caseFileProblems.CASE_FILE_THERE());
whenBroken('case_files_same_in_compartment_once', () => caseFileProblems.CASE_FILE_THERE());
whenBroken('case_files_dates', () => invalid('expiresOn', 'A document cannot expire before the day it bears.'));
