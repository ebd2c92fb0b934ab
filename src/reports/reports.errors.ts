import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** What can be wrong with asking for a report or looking into one. */
export const reportProblems = problems({
  REPORT_PERIOD_BACKWARDS: [400, 'The period ends before it begins. Choose a last day on or after the first day.'],
  REPORT_PERIOD_TOO_LONG: [400, 'A report covers at most three years and one quarter. Choose a shorter period.'],
  REPORT_PERIOD_OUTSIDE_PROGRAM: [400, 'No day of this period lies in the program. Choose a period that touches it.'],
  REPORT_PERIOD_IN_FUTURE: [400, 'The period has not begun yet. Choose one that has.'],
  REPORT_NOT_FOR_PROGRAM: [400, 'This report is not made for this program.'],
  REPORT_NOT_FINISHED: [409, 'This report is not finished yet. Wait for it, then try again.'],
  REPORT_ALREADY_OVER: [409, 'This report is no longer being computed, so there is nothing to stop.'],
  REPORT_IS_FINAL: [409, 'A finished report is never changed. Run it again instead.'],
  REPORT_FIGURE_UNKNOWN: [404, 'This report has no such figure.'],
  REPORT_FIGURE_NOT_OPENED: [403, 'This figure is not opened to rows: who is behind it is kept for those who were let in by name.'],
  REPORT_CURSOR_UNREADABLE: [400, 'The place to go on from could not be read. Start again from the first page.'],
});
whenBroken('report_runs_finished_is_final', reportProblems.REPORT_IS_FINAL);
