import { common, problems } from '../../platform/errors/problem';
import { whenBroken } from '../../platform/errors/constraints';

/** What can go wrong with milestones. */
export const milestoneProblems = problems({
  MILESTONE_NOT_IN_PROGRAM: [400, 'No program of this case has this milestone. Load the page again.'],
  MILESTONE_CHANGED: [409, 'A colleague has just recorded this milestone. Look at what they wrote, then decide again.'],
  MONTH_CHANGED: [409, 'A colleague has just recorded this month. Look at what they wrote, then decide again.'],
});

whenBroken('milestone_events_current', () => milestoneProblems.MILESTONE_CHANGED());
whenBroken('household_months_current', () => milestoneProblems.MONTH_CHANGED());
whenBroken('household_months_employed', () => common.INVALID({}, [{ field: 'employed', message: 'No more can work than are able to.' }]));
