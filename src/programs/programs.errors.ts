import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** Refusals of programs and their rules. */
export const programProblems = problems({
  PROGRAM_RULE_OVERLAPS: [409, 'Another change of this rule begins within these days. Give an end date, or start later.'],
  PROGRAM_RULE_SAME: [409, 'The rule says this already for these days.'],
  PROGRAM_IS_THERE: [409, 'There is a program with this code already. Give the file another code.'],
});

whenBroken('program_rules_no_overlap', () => programProblems.PROGRAM_RULE_OVERLAPS());
