import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** Refusals of plans. */
export const planProblems = problems({
  PLAN_THERE_ALREADY: [409, 'This case has a plan already. Load it and go on with it, or finish it first.'],
  PLAN_CLOSED: [409, 'This plan is finished. Start a new one to go on.'],
  PLAN_GOAL_CHANGED: [409, 'A colleague changed this goal while you were writing. Nothing of yours is lost: choose what holds, field by field.'],
  PLAN_STEP_CHANGED: [409, 'A colleague changed this step while you were writing. Nothing of yours is lost: choose what holds, field by field.'],
  PLAN_TOO_MANY_GOALS: [409, 'A plan has at most 30 goals. Finish some of them first.'],
  PLAN_TOO_MANY_STEPS: [409, 'A goal has at most 30 steps. Make a second goal of it.'],
  PLAN_PERSON_NOT_OF_CASE: [400, 'This person is not part of the case. Load the page again.'],
  PLAN_WORKER_UNKNOWN: [400, 'This colleague is not on the team of the case. Choose somebody else, or nobody.'],
  PLAN_EMPTY: [409, 'There is no goal to sign yet. Write the first one.'],
  PLAN_CHANGED_SINCE_READ: [409, 'The plan was changed after it was read. Read the new version with the participant, then sign.'],
  PLAN_SIGNED_ALREADY: [409, 'This person has signed this version of the plan already.'],
  PLAN_SIGNATURE_MISSING: [400, 'There is no signature yet. Let them sign on the screen, or say that they signed on paper.'],
  PLAN_SIGNED_LATER: [400, 'The day of the signature is still to come. Check the day.'],
  PLAN_SIGNED_BEFORE_CASE: [400, 'The day of the signature is before the case was opened. Check the day.'],
  PLAN_DONE_LATER: [400, 'The day on which it was done is still to come. Check the day.'],
  PLAN_REVIEW_HELD: [409, 'This review is written down already. Load the plan again.'],
  PLAN_REVIEW_LATER: [400, 'The day of the review is still to come. Check the day.'],
  PLAN_REVIEW_BEFORE_PLAN: [400, 'The day of the review is before the plan began. Check the day.'],
  PLAN_REVIEW_NEXT_NOT_AFTER: [400, 'The next review must be after this one. Check the day.'],
  PLAN_REVIEW_THAT_DAY: [409, 'There is a review planned on that day already. Choose another day.'],
  PLAN_TEMPLATE_UNKNOWN: [400, 'There is no such template. Load the list again.'],
});

whenBroken('plans_one_live', () => planProblems.PLAN_THERE_ALREADY());
whenBroken('plan_signatures_once', () => planProblems.PLAN_SIGNED_ALREADY());
whenBroken('plan_reviews_one_a_day', () => planProblems.PLAN_REVIEW_THAT_DAY());
