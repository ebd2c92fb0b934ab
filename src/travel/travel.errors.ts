import { problems } from '../platform/errors/problem';
import { whenBroken } from '../platform/errors/constraints';

/** Refusals of trips. */
export const travelProblems = problems({
  TRIP_IN_PAST: [400, 'This leaving time is over. Check the day and the time on the ticket.'],
  TRIP_TIME_SKIPPED: [400, 'There is no such time on this day: the clocks are put forward. Check the ticket.'],
  TRIP_TOO_FAR_AHEAD: [400, 'This is more than a year ahead. Check the year.'],
  TRIP_BEFORE_ARRIVAL: [409, 'The trip would leave before its travellers arrive. Check the day.'],
  TRIP_TRAVELLER_NOT_OF_PARTY: [400, 'Only members of the party can be put on its trip. Load the party again.'],
  TRIP_TRAVELLER_DEPARTED: [409, 'Somebody on this trip has left the house already. Take them off the trip.'],
  TRIP_AT_SAME_TIME: [409, 'Somebody on this trip is already on another one at that time. Change or cancel that trip first.'],
  TRIP_SPONSOR_PHONE: [400, 'This is not a telephone number. Write it with its area code, and with + and the country when it is abroad.'],
  TRIP_CONTACT_WITHOUT_PHONE: [400, 'To say that the sponsor may be contacted, write down a telephone number first.'],
  TRIP_DEPARTED: [409, 'This trip has left already. Load the list again to see when.'],
  TRIP_CANCELLED: [409, 'This trip was cancelled. Plan a new one if they travel after all.'],
  TRIP_NOT_YET: [409, 'This trip is planned for a later day. Change the day first if they leave early.'],
});

whenBroken('trip_travellers_one_trip_at_a_time', () => travelProblems.TRIP_AT_SAME_TIME());
