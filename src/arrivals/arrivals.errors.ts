import { problems } from '../platform/errors/problem';

/** Refusals of expected arrivals. */
export const arrivalProblems = problems({
  ARRIVAL_SETTLED: [409, 'This arrival has already been settled. Load the list again to see how.'],
  ARRIVAL_NOT_YET: [409, 'This arrival is expected on a later day. If they came early, cancel it and announce them for today.'],
});

/** Refusals of manifests. Why a file cannot be read is in manifest/file-problems.ts. */
export const manifestProblems = problems({
  MANIFEST_FILE_MISSING: [422, 'Choose the file with the list first.'],
  MANIFEST_TOO_LARGE: [413, 'The file is larger than 20 MB. Save only the list of people and upload that.'],
  MANIFEST_UPLOAD_BROKEN: [400, 'The file did not arrive whole. Choose it again and send it once more.'],
  MANIFEST_ALREADY_UPLOADED: [409, 'The same list was uploaded before, saved in another way. Nothing was changed.'],
  MANIFEST_READING_FAILED: [500, 'The list could not be read because of a fault on our side. Upload it again to repeat it.'],
  MANIFEST_ADMISSION_STOPPED: [500, 'Not everybody could be admitted because of a fault on our side. Nobody was admitted twice; admit again to go on.'],
  MANIFEST_BUSY: [409, 'The list is being read or admitted just now. Wait until that has finished.'],
  MANIFEST_CLOSED: [409, 'Everybody on this list has been admitted or set aside. It cannot be changed any more.'],
  MANIFEST_FAILED: [409, 'This list could not be read, so there is nothing to change. Upload it again.'],
  MANIFEST_NOT_YET: [409, 'The people of this list are expected on a later day. Admit them when they are here.'],
  MANIFEST_NOBODY_READY: [409, 'No row of this list is ready to be admitted. Mend or decide the rows first.'],
  MAPPING_WITHOUT_NAME: [400, 'Say which column holds the names.'],
  MAPPING_COLUMN_TWICE: [400, 'A column can have one meaning only.'],
  MANIFEST_DESTROYED: [410, 'The rows of this list were destroyed after their time. Who was admitted from it is found under People.'],
  ROW_ADMITTED: [409, 'This row has been admitted. Change the person instead.'],
  ROW_NOT_A_PERSON: [404, 'This line of the list is no person.'],
  ROW_DECISION_NEEDS_PERSON: [400, 'Say which known person this is.'],
});
