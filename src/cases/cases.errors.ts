import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** What can go wrong with cases. */
export const caseProblems = problems({
  CASE_NOT_YOURS: [403, 'Only the team of this case reads it. Ask its lead worker or a supervisor to add you.'],
  CASE_CLOSED: [409, 'This case is closed. Reopen it first.'],
  APPROVAL_WAITS: [409, 'A supervisor was asked already. Wait for the answer, or take the question back.'],
  APPROVAL_DECIDED: [409, 'This was answered or taken back meanwhile. Load it again.'],
  APPROVAL_OWN: [403, 'You asked for this yourself. Another supervisor has to answer it.'],
});

whenBroken('case_approvals_one_open', caseProblems.APPROVAL_WAITS);
