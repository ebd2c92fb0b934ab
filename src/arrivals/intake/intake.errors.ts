import { problems } from '../../platform/errors/problem';

/** What can be wrong with an intake beyond its single fields. */
export const intakeProblems = problems({
  INTAKE_DRAFT_CHANGED: [409, 'This form was changed in another window. Open it again there, or start from what is saved.'],
  INTAKE_RECORDED: [409, 'This form was sent already, or discarded. Look for the party before you type it again.'],
});
