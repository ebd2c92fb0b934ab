import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { addDays, Clock, daysBetween } from '../platform/clock/clock';
import { brokenConstraint } from '../platform/errors/constraints';
import { common } from '../platform/errors/problem';
import { SiteDirectory } from '../sites/site-directory';
import { BedLedger } from './bed-ledger';
import { BookingRepository, type BookingParty, type NamedRoom } from './booking.repository';
import { bookingProblem } from './stay.lifecycle';
import type { AskForBeds, BookStays } from './stays.dto';
import { stayProblems } from './stays.errors';
import { StaysRepository, type NewStay } from './stays.repository';
import { StayViews } from './stay-views';
import type { StaysMade, Suggestions } from './stays.views.dto';
import { suggestBeds } from './suggest-beds';

const dateProblems = { order: stayProblems.STAY_DATES, past: stayProblems.STAY_IN_PAST, not_yet: stayProblems.STAY_NOT_YET, too_long: stayProblems.STAY_TOO_LONG };

/** Beds for a party: which ones it could have, and giving them, all or none. */
@Injectable()
export class BookingsService {
  constructor(
    private readonly sites: SiteDirectory,
    private readonly booking: BookingRepository,
    private readonly stays: StaysRepository,
    private readonly ledger: BedLedger,
    private readonly views: StayViews,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives beds to a party or to some of it: all of them or none. Who is here already arrives with it.
   * @throws STAY_BED_TAKEN, STAY_PERSON_ELSEWHERE, STAY_PROTECTION_OPEN and the problems of its dates and beds
   */
  async book(actor: Actor, body: BookStays): Promise<StaysMade> {
    const site = await this.sites.siteFor(actor, 'stays.book', body.siteId);
    const arrived = body.arrived ?? false;
    this.refuseDates(body, arrived, site.timeZone);
    refuseBeds(body);
    const party = this.mayBeBooked(actor, body.siteId, await this.booking.lockParty(body.partyId));
    await this.refuseUndecided(party.id);
    const members = new Set((await this.booking.members(party.id)).map(({ personId }) => personId));
    if (body.guests.some(({ personId }) => !members.has(personId))) throw stayProblems.STAY_NOT_A_MEMBER();
    const { siteId, arrivesOn, departsOn } = body;
    const now = this.clock.now();
    const state = arrived ? 'in_house' : 'booked';
    const guests = body.guests.map(({ personId }) => ({ siteId, personId, partyId: party.id, state, arrivesOn, departsOn, arrivedAt: arrived ? now : null } as const));
    const ids = await this.insert(guests, now);
    const nights = body.guests.flatMap(({ personId, bedId }) =>
      bedId === undefined ? [] : [{ siteId, bedId, use: state, from: arrivesOn, until: departsOn, stayId: ids.get(personId), personId, partyId: party.id } as const],
    );
    await this.ledger.give(siteId, nights, party.id);
    const stayIds = [...ids.values()];
    await this.audit.recordMany(stayIds.flatMap((recordId) => (arrived ? (['stay.booked', 'stay.arrived'] as const) : (['stay.booked'] as const)).map((action) => ({ action, recordType: 'stay', recordId, siteId }))));
    return { items: await this.views.ofIds(actor, stayIds) };
  }

  /** Beds that a party could have, the best plan first. */
  async suggest(actor: Actor, body: AskForBeds): Promise<Suggestions> {
    const site = await this.sites.siteFor(actor, 'stays.book', body.siteId);
    this.refuseDates(body, true, site.timeZone);
    if (body.arrivesOn === body.departsOn) throw stayProblems.STAY_WITHOUT_NIGHT();
    const party = this.mayBeBooked(actor, body.siteId, await this.booking.party(body.partyId));
    await this.refuseUndecided(party.id);
    const members = await this.booking.members(party.id);
    const wanted = new Set(body.personIds ?? members.map(({ personId }) => personId));
    const sleepers = members.filter(({ personId }) => wanted.has(personId));
    if (sleepers.length < wanted.size) throw stayProblems.STAY_NOT_A_MEMBER();
    const rooms = await this.booking.rooms({ siteId: body.siteId, from: body.arrivesOn, until: body.departsOn }, party.id, this.clock.now());
    const labels = labelsOf(rooms);
    return {
      freeBeds: rooms.reduce((sum, room) => sum + room.freeBeds.length, 0),
      items: suggestBeds(sleepers, rooms, party.keepTogether).map(({ beds, rooms: count, together, unmet }) => ({
        beds: beds.map((bed) => ({ ...bed, ...(labels.get(bed.bedId) ?? { bed: '', room: '' }) })), rooms: count, together, unmet,
      })),
    };
  }

  /** Who is refused because a colleague was faster with the same party is told so. */
  private async insert(guests: readonly NewStay[], now: Date): Promise<Map<string, string>> {
    try {
      return await this.stays.insert(guests, now);
    } catch (error) {
      const [{ partyId, siteId } = { partyId: '', siteId: '' }] = guests;
      const twice = brokenConstraint(error) === 'stays_one_live_per_person' && (await this.stays.isHere(partyId, siteId, guests.map(({ personId }) => personId)));
      throw twice ? stayProblems.STAY_GIVEN_ALREADY() : error;
    }
  }

  /** Arriving today is allowed for a suggestion in any case: whether they are here is said when the beds are given. */
  private refuseDates({ arrivesOn, departsOn }: { arrivesOn: string; departsOn: string }, arrived: boolean, timeZone: string): void {
    const today = this.clock.today(timeZone);
    const problem = bookingProblem(arrivesOn, departsOn, daysBetween(arrivesOn, departsOn), arrived, today, addDays(today, -1));
    if (problem !== null) throw dateProblems[problem]({ today });
  }

  /** A party is booked where it arrived, or by somebody who may see it there. */
  private mayBeBooked(actor: Actor, siteId: string, party: BookingParty | null): BookingParty {
    if (!party || (party.siteId !== siteId && !actor.can('people.read', party.siteId))) throw common.NOT_FOUND();
    return party;
  }

  private async refuseUndecided(partyId: string): Promise<void> {
    const reviews = await this.booking.openReviews(partyId);
    if (reviews > 0) throw stayProblems.STAY_PROTECTION_OPEN({ partyId, reviews });
  }
}

function refuseBeds({ arrivesOn, departsOn, guests }: BookStays): void {
  const beds = guests.flatMap(({ bedId }) => bedId ?? []);
  if (arrivesOn === departsOn && beds.length > 0) throw stayProblems.STAY_WITHOUT_NIGHT();
  if (arrivesOn < departsOn && beds.length < guests.length) throw stayProblems.STAY_NEEDS_BED();
  if (new Set(beds).size < beds.length) throw stayProblems.STAY_BED_TWICE();
}

function labelsOf(rooms: readonly NamedRoom[]): Map<string, { bed: string; room: string }> {
  return new Map(rooms.flatMap((room) => room.freeBeds.map(({ bedId, label }) => [bedId, { bed: label, room: room.name }] as const)));
}
