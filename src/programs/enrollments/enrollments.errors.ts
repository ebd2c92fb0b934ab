import { whenBroken } from '../../platform/errors/constraints';
import { problems } from '../../platform/errors/problem';

/** What can go wrong when programs are offered. */
export const enrollmentProblems = problems({
  ENROLLMENT_IS_LIVE: [409, 'This person was offered this program already, and it is still open. Go on with that offer.'],
  ENROLLMENT_RULES_SAY_NO: [409, 'A rule of this program says no. Look at the rules, or say why you offer it anyway.'],
  ENROLLMENT_MOVE_NOT_POSSIBLE: [409, 'This cannot follow what was before. Load the page again.'],
  ENROLLMENT_NEEDS_CONSENT: [409, 'Record the consent to case management first, in the words the person heard. Nothing else waits for it.'],
  ENROLLMENT_REASON_UNKNOWN: [409, 'Choose a reason from the list of this program.'],
  ENROLLMENT_OF_OTHER_CASE: [409, 'This offer is part of another case.'],
  PROGRAM_NOT_OFFERED: [409, 'This program is not offered on this day.'],
});

for (const index of ['enrollments_one_live', 'enrollments_one_live_in_case']) whenBroken(index, () => enrollmentProblems.ENROLLMENT_IS_LIVE());
