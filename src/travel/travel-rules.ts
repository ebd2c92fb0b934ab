import { Injectable } from '@nestjs/common';
import { readPhone } from '../arrivals/manifest/phone';
import { addDays, Clock, localDate } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { brokenConstraint } from '../platform/errors/constraints';
import { leavingMoment, localTime } from './leaving-time';
import { PartyTravelRepository, type TravellingParty } from './party-travel.repository';
import { travelProblems } from './travel.errors';
import type { ChangeTrip } from './trip.dto';
import type { TripSecret } from './trip.entity';
import { isOver } from './trip.lifecycle';
import { refusedTraveller } from './trip-travellers';
import { TripsRepository, type TripRow } from './trips.repository';

type SecretFields = Pick<ChangeTrip, 'destinationCity' | 'carrier' | 'reference' | 'sponsorName' | 'sponsorPhone'>;

/** What must hold for a trip that is planned or changed; what is refused names the field. */
@Injectable()
export class TravelRules {
  constructor(
    private readonly tx: Tx,
    private readonly trips: TripsRepository,
    private readonly parties: PartyTravelRepository,
    private readonly clock: Clock,
  ) {}

  /** The moment of leaving: a real time of the site's clock that is not over. */
  leaving(on: string, time: string, timeZone: string): Date {
    const now = this.clock.now();
    if (on > addDays(localDate(now, timeZone), 366)) throw travelProblems.TRIP_TOO_FAR_AHEAD({}, [field('leavesOn', 'The day is more than a year ahead.')]);
    const moment = leavingMoment(on, time, timeZone);
    if (!moment) throw travelProblems.TRIP_TIME_SKIPPED({ on, time }, [field('leavesTime', 'There is no such time on this day.')]);
    if (isOver(moment, now)) throw travelProblems.TRIP_IN_PAST({ on, time }, [field('leavesTime', 'The leaving time is over.')]);
    return moment;
  }

  /** The leaving time after a change. A time that is left as it is may be over: a late trip can still be given its ticket. */
  changedLeaving(trip: TripRow, { leavesOn, leavesTime }: ChangeTrip): { leavesAt: Date; leavesOn: string } {
    const before = { on: trip.leavesOn, time: localTime(trip.leavesAt, trip.timeZone) };
    const after = { on: leavesOn ?? before.on, time: leavesTime ?? before.time };
    if (after.on === before.on && after.time === before.time) return { leavesAt: trip.leavesAt, leavesOn: trip.leavesOn };
    return { leavesAt: this.leaving(after.on, after.time, trip.timeZone), leavesOn: after.on };
  }

  /** All travellers are members of the party, have arrived by that day and have not left already. */
  async mayTravel(organizationId: string, party: TravellingParty, travellerIds: string[], leavesOn: string): Promise<void> {
    const members = new Map((await this.parties.membersOf(organizationId, party.id)).map((member) => [member.id, member]));
    const refused = { departed: [] as string[], before_arrival: [] as string[] };
    for (const personId of travellerIds) {
      const member = members.get(personId);
      if (!member) throw travelProblems.TRIP_TRAVELLER_NOT_OF_PARTY({ personId }, [field('travellerIds', 'Somebody here is not a member of the party.')]);
      const reason = refusedTraveller(member, party.arrivedOn, leavesOn);
      if (reason) refused[reason].push(personId);
    }
    if (refused.departed.length > 0) throw travelProblems.TRIP_TRAVELLER_DEPARTED({ personIds: refused.departed });
    if (refused.before_arrival.length > 0) throw travelProblems.TRIP_BEFORE_ARRIVAL({ personIds: refused.before_arrival });
  }

  /** Does what puts people on a trip. When the database says that somebody is on another one then, says who and on which. */
  async oneTripAtATime(organizationId: string, tripId: string, travellerIds: string[], work: () => Promise<void>): Promise<void> {
    try {
      await this.tx.attempt(work);
    } catch (error) {
      if (brokenConstraint(error) !== 'trip_travellers_one_trip_at_a_time') throw error;
      throw travelProblems.TRIP_AT_SAME_TIME({ others: await this.trips.plannedElsewhere(organizationId, travellerIds, tripId) });
    }
  }

  /** What is sealed of a trip: what was there before with what was given now. */
  secret(before: TripSecret | null, given: SecretFields): TripSecret {
    const phone = blankIsNull(given.sponsorPhone);
    const sponsorPhone = phone ? readPhone(phone) : phone;
    if (phone && sponsorPhone === null) throw travelProblems.TRIP_SPONSOR_PHONE({}, [field('sponsorPhone', 'This is not a telephone number.')]);
    const sponsorName = blankIsNull(given.sponsorName);
    return {
      destinationCity: given.destinationCity?.trim() ?? before?.destinationCity ?? '',
      carrier: given.carrier?.trim() ?? before?.carrier ?? '',
      reference: given.reference?.trim() ?? before?.reference ?? '',
      sponsorName: sponsorName === undefined ? (before?.sponsorName ?? null) : sponsorName,
      sponsorPhone: sponsorPhone === undefined ? (before?.sponsorPhone ?? null) : sponsorPhone,
    };
  }

  /** Whether the sponsor may be contacted: only somebody who can be. */
  contact(secret: TripSecret, safe: boolean): boolean {
    if (safe && secret.sponsorPhone === null) {
      throw travelProblems.TRIP_CONTACT_WITHOUT_PHONE({}, [field('sponsorPhone', 'Write down a telephone number first.')]);
    }
    return safe;
  }
}

/** A text without its outer blanks; null when nothing is left of it, undefined when nothing was given. */
function blankIsNull(text: string | null | undefined): string | null | undefined {
  return text === undefined || text === null ? text : text.trim() || null;
}

function field(name: string, message: string): { field: string; message: string } {
  return { field: name, message };
}
