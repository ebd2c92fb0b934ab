import { problems } from '../platform/errors/problem';

/** What can go wrong with cases. */
export const caseProblems = problems({
  CASE_NOT_YOURS: [403, 'Only the team of this case reads it. Ask its lead worker or a supervisor to add you.'],
  CASE_CLOSED: [409, 'This case is closed. Reopen it first.'],
});
