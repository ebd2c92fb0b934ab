import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** Refusals of instruments and assessments. */
export const assessmentProblems = problems({
  INSTRUMENT_CODE_TAKEN: [409, 'Another instrument has this code already. Choose another code.'],
  INSTRUMENT_CODE_STAYS: [409, 'The code of an instrument stays the same in all its versions. Add a new instrument instead.'],
  INSTRUMENT_DRAFT_EXISTS: [409, 'This instrument has a draft already. Go on with that one.'],
  INSTRUMENT_NOT_DRAFT: [409, 'A published version is never edited. Begin a new version instead.'],
  INSTRUMENT_NOT_PUBLISHED: [409, 'Only a published version can be used or retired.'],
  INSTRUMENT_INVALID: [400, 'The definition needs another look at the places below.'],
  ASSESSMENT_COMPARTMENT: [403, 'Only those who were let into this part of the case by name work with this instrument. Ask the lead worker or a supervisor.'],
  ASSESSMENT_DRAFT_EXISTS: [409, 'There is a draft of this for the same person already. Go on with that one.'],
  ASSESSMENT_FINAL: [409, 'This is final. Correct it instead; what was written stays.'],
  ASSESSMENT_NOT_FINAL: [409, 'Only what is final can be corrected or sent to a supervisor.'],
  ASSESSMENT_CORRECTED: [409, 'This was corrected already. Correct the newer one.'],
  ASSESSMENT_INCOMPLETE: [409, 'Some questions are not answered yet. Answer them, or say that they were declined.'],
  ASSESSMENT_OUTCOME_ONLY: [409, 'Of this instrument only the outcome is kept. Its answers are not stored.'],
  ASSESSMENT_OUTCOME_MISSING: [409, 'Say what came out before you finish.'],
  ASSESSMENT_NOT_ADULT: [409, 'This instrument is for adults. Choose an adult of the case.'],
  ASSESSMENT_KEPT_APART: [409, 'This is for those who were let into this part of the case by name. It is talked over with them and not sent for approval.'],
  ASSESSMENT_WAITS: [409, 'A supervisor was asked about this already.'],
  ANSWER_NOT_ALLOWED: [400, 'An answer does not fit its question.'],
});

whenBroken('instruments_code_once', () => assessmentProblems.INSTRUMENT_CODE_TAKEN());
whenBroken('instrument_versions_one_draft', () => assessmentProblems.INSTRUMENT_DRAFT_EXISTS());
whenBroken('instrument_versions_never_edited', () => assessmentProblems.INSTRUMENT_NOT_DRAFT());
whenBroken('assessments_one_draft_of_person', () => assessmentProblems.ASSESSMENT_DRAFT_EXISTS());
whenBroken('assessments_one_draft_of_case', () => assessmentProblems.ASSESSMENT_DRAFT_EXISTS());
whenBroken('assessments_corrected_once', () => assessmentProblems.ASSESSMENT_CORRECTED());
whenBroken('assessments_final_stays', () => assessmentProblems.ASSESSMENT_FINAL());
whenBroken('assessments_keep_only_outcome', () => assessmentProblems.ASSESSMENT_OUTCOME_ONLY());
for (const constraint of ['assessment_answers_outcome_only', 'assessment_answers_na_allowed', 'assessment_answers_level', 'assessment_answers_one_thing', 'assessment_answers_of_version', 'assessment_answers_level_of_level']) {
  whenBroken(constraint, () => assessmentProblems.ANSWER_NOT_ALLOWED());
}
