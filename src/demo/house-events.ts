import type { DemoBedPeriod } from './demo.model';
import { admitParty } from './party-arrival';
import { rolesOf } from './party-shapes';
import { someone, type Page, type SiteWork } from './site-work';

/** Somebody announced who never came, or called it off: booked, then given up; they are no guests of the house. */
export function writeMissedParty(work: SiteWork, page: Page): void {
  const { random, days } = work;
  const at = days.at(page.day, random.int(480, 900));
  const size = random.int(1, 4);
  const planned = { day: page.day, size, nights: 1, origin: { nationality: 'VE', language: 'es' }, destination: 'FL' };
  const cancelled = random.chance(0.4);
  const { party, persons } = admitParty(work, page, planned, rolesOf(size, random), at);
  const given = days.at(cancelled ? page.day : page.day + 1, cancelled ? 1080 : 480);
  const beds = work.keeper.freeCount(page.day) > size + 8 ? work.keeper.assign(persons, page.day) : null;
  persons.forEach((person, index) => {
    const stayId = random.uuid(at.getTime());
    page.rows.stays.push({
      id: stayId,
      siteId: work.site.id,
      personId: person.id,
      partyId: party.id,
      state: cancelled ? 'cancelled' : 'no_show',
      arrivesOn: days.date(page.day),
      departsOn: days.date(page.day + 1),
      arrivedAt: null,
      departedAt: null,
      endedReason: cancelled ? 'went_elsewhere' : 'no_show',
      createdAt: at,
      createdBy: someone(work),
    });
    const bed = beds?.[index];
    if (!bed || !days.past(given)) return;
    work.keeper.keep(bed, page.day + 1);
    page.rows.bedPeriods.push({
      ...blank(work, page, at),
      id: random.uuid(at.getTime()),
      bedId: bed.bed.id,
      until: days.date(page.day + 1),
      use: 'booked',
      stayId,
      personId: person.id,
      partyId: party.id,
      supersededAt: given, supersededBy: someone(work), supersededReason: cancelled ? 'cancelled' : 'no_show',
    });
  });
}

/** A bed held for a call that led to nothing: the hold ran out. */
export function writeHold(work: SiteWork, page: Page): void {
  const { random, days, keeper } = work;
  const bed = keeper.freeCount(page.day) > 8 ? keeper.oneOf('dorm', page.day) : null;
  const at = days.at(page.day, random.int(600, 1200));
  const heldUntil = new Date(at.getTime() + 90 * 60_000);
  if (!bed || !days.past(heldUntil)) return;
  page.rows.bedPeriods.push({
    ...blank(work, page, at), id: random.uuid(at.getTime()), bedId: bed.bed.id, until: days.date(page.day + 1), use: 'held', heldUntil,
    supersededAt: heldUntil, supersededBy: null, supersededReason: 'hold_ran_out',
  });
}

/** Rooms closed for some nights in the middle of the history, and one bed that is broken now. */
export function closeRooms(work: SiteWork, page: Page): void {
  const { random, days, keeper } = work;
  const paint = page.day > 0 && page.day % 61 === 40 && keeper.freeCount(page.day) > 40;
  const broken = page.day === days.before - 2;
  const coming = page.day === days.before;
  const at = days.at(page.day, 560);
  const close = (bedId: string, from: number, until: number | null, reason: string, note: string): void => {
    page.rows.bedPeriods.push({
      ...blank(work, page, days.recorded(at)),
      id: random.uuid(at.getTime()),
      bedId,
      from: days.date(from),
      until: until === null ? null : days.date(until),
      use: 'closed', closureReason: reason, note,
    });
  };
  if (paint) {
    for (const bed of keeper.roomOf('family_room', page.day)) {
      close(bed.bed.id, page.day, page.day + 5, 'repair', 'Walls are painted');
      keeper.keep(bed, page.day + 5);
    }
  }
  const bed = broken ? keeper.oneOf('dorm', page.day) : null;
  if (bed) {
    close(bed.bed.id, page.day, null, 'repair', 'Frame is broken, a new one is ordered');
    keeper.keep(bed, Number.MAX_SAFE_INTEGER);
  }
  if (coming) {
    for (const soon of keeper.roomOf('hotel_block', page.day)) {
      close(soon.bed.id, page.day + 3, page.day + 6, 'not_available', 'The inn needs the room');
      keeper.keep(soon, page.day + 6);
    }
  }
}

function blank(work: SiteWork, page: Page, at: Date): Omit<DemoBedPeriod, 'id' | 'bedId' | 'until' | 'use'> {
  return {
    siteId: work.site.id, from: work.days.date(page.day), stayId: null, personId: null, partyId: null, heldUntil: null, closureReason: null, note: '',
    recordedAt: at, recordedBy: someone(work), supersededAt: null, supersededBy: null, supersededReason: null,
  };
}
