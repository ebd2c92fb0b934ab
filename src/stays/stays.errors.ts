import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** Refusals around stays, beds and headcounts. */
export const stayProblems = problems({
  STAY_DATES: [400, 'Somebody leaves on the day they arrive or later. Change one of the two dates.'],
  STAY_IN_PAST: [400, 'This begins before today. Book from today on; nights that are over are put right with a correction.'],
  STAY_NOT_YET: [400, 'This day has not come yet. Book the bed, and record the arrival when they are here.'],
  STAY_TOO_LONG: [400, 'A stay is booked for a year at most. Book a part of it and extend it later.'],
  STAY_NEEDS_BED: [400, 'Choose a bed for everybody who stays a night.'],
  STAY_WITHOUT_NIGHT: [400, 'Nobody sleeps here between these dates, so no bed is needed. Leave the beds out or choose a later departure.'],
  STAY_BED_TWICE: [400, 'Two guests have the same bed in this booking. Give each of them another bed.'],
  STAY_NOT_A_MEMBER: [409, 'Somebody is no longer a member of this party. Load the party again.'],
  STAY_BED_TAKEN: [409, 'A bed was just taken. Nothing was booked; choose another bed.'],
  STAY_BED_NOT_IN_SERVICE: [409, 'A bed is not in service on all of these nights. Choose another bed.'],
  STAY_PERSON_ELSEWHERE: [409, 'This person has a bed on one of these nights already. Nobody sleeps in two places: change that stay first.'],
  STAY_STILL_IN_HOUSE: [409, 'This person is still recorded as in a house. Record that they left there first.'],
  STAY_GIVEN_ALREADY: [409, 'Somebody has just given this party its beds. Nothing was changed; look at the board.'],
  STAY_BOOKED_ALREADY: [409, 'This person is booked for this day already. Load the board again.'],
  STAY_PROTECTION_OPEN: [409, 'A minor of this party waits for a protection review. Decide it before anybody of the party gets a bed.'],
  STAY_STATE: [409, 'This is no longer possible: the stay has changed. Load it again.'],
  STAY_OVER: [409, 'This stay was planned to end before today. Say until when they stay now.'],
  STAY_DEPARTURE_DATE: [400, 'Somebody leaves between the day they came and today. Choose such a date.'],
  STAY_NOT_THEIR_DAY: [409, 'Their day has not come yet. Cancel the booking if they will not come.'],
  CORRECTION_DATES: [400, 'A correction is about nights that are over: it begins before it ends, and it ends today at the latest.'],
  CORRECTION_NEEDS_BED: [400, 'Choose the bed in which they slept.'],
  BED_CLOSE_DATES: [400, 'The closure ends after it begins. Change one of the two dates.'],
  BED_CLOSE_PAST: [400, 'A closure begins today or later.'],
  BED_HAS_GUESTS: [409, 'Somebody has a bed on these nights. Move them first, or choose other nights.'],
  BED_CLOSED_ALREADY: [409, 'A bed is closed on some of these nights already. Choose other nights, or open it first.'],
  BED_HOLD_DATES: [400, 'A hold ends after it begins, within a year.'],
  BED_HOLD_OVER: [409, 'This hold is over already.'],
  BED_CLOSURE_OVER: [409, 'This closure is over already.'],
  HEADCOUNT_NEEDS_EXPLANATION: [400, 'The count differs from the census. Write down why, in at least ten letters.'],
  HEADCOUNT_IN_FUTURE: [400, 'This night has not come yet.'],
});

whenBroken('stays_depart_not_before_arrival', () => stayProblems.STAY_DATES());
whenBroken('stays_one_live_per_person', () => stayProblems.STAY_STILL_IN_HOUSE());
whenBroken('stays_one_booking_per_person_and_day', () => stayProblems.STAY_BOOKED_ALREADY());
whenBroken('bed_periods_one_use_per_bed_and_night', () => stayProblems.STAY_BED_TAKEN());
whenBroken('bed_periods_one_bed_per_person_and_night', () => stayProblems.STAY_PERSON_ELSEWHERE());
whenBroken('headcounts_difference_is_explained', () => stayProblems.HEADCOUNT_NEEDS_EXPLANATION());
