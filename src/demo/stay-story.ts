import type { DemoBedPeriod, DemoStay } from './demo.model';
import type { DemoParty, DemoPerson } from './demo-people.model';
import type { KeptBed } from './bed-keeper';
import { someone, type Guest, type Page, type SiteWork } from './site-work';

/** Minutes after midnight at which somebody who sleeps elsewhere goes. */
const LEAVES_FOR_A_NIGHT = 1170;

/** How a party's time in the house went. */
export interface Visit {
  party: DemoParty;
  persons: DemoPerson[];
  nights: number;
  arrivedAt: Date;
  departsAt: Date;
}

/** Writes the stays and bed periods of a party that came, with what happens: extensions, moves, early leaving, passes, corrections. */
export function writeStays(work: SiteWork, page: Page, visit: Visit): Guest[] {
  const { random, keeper } = work;
  const beds = visit.nights > 0 ? keeper.assign(visit.persons, page.day) : null;
  if (visit.nights > 0 && !beds) throw new Error(`${work.site.code} is full on ${work.days.date(page.day)}`);
  beds?.forEach((bed) => keeper.keep(bed, page.day + visit.nights));
  const splits = visit.persons.length > 1 && visit.nights > 1 && random.chance(0.01);
  return visit.persons.map((person, at) => {
    const leavesFirst = splits && at === visit.persons.length - 1 && person.ageBand === 'adult';
    const nights = leavesFirst ? visit.nights - 1 : visit.nights;
    const departDay = page.day + nights;
    const departsAt = leavesFirst ? work.days.at(departDay, 660) : visit.departsAt;
    const guest: Guest = {
      personId: person.id,
      partyId: visit.party.id,
      ageBand: person.ageBand,
      interpreterNeeded: person.interpreterNeeded,
      arriveDay: page.day,
      arrivedAt: visit.arrivedAt,
      departDay,
      departsAt,
      awayNight: nights > 3 && random.chance(0.03) ? page.day + random.int(1, nights - 2) : null,
    };
    const stay = writeStay(work, page, guest, leavesFirst);
    const bed = beds?.[at];
    if (bed) writePeriods(work, page, stay, guest, bed);
    return guest;
  });
}

function writeStay(work: SiteWork, page: Page, guest: Guest, leavesFirst: boolean): DemoStay {
  const { days, random } = work;
  const departed = days.past(guest.departsAt);
  const stay: DemoStay = {
    id: random.uuid(guest.arrivedAt.getTime()),
    siteId: work.site.id,
    personId: guest.personId,
    partyId: guest.partyId,
    state: departed ? 'departed' : guest.awayNight === days.before && days.past(days.at(days.before, LEAVES_FOR_A_NIGHT)) ? 'away' : 'in_house',
    arrivesOn: days.date(guest.arriveDay),
    departsOn: days.date(guest.departDay),
    arrivedAt: guest.arrivedAt,
    departedAt: departed ? guest.departsAt : null,
    endedReason: departed ? (leavesFirst ? 'left_before_the_family' : 'travelled_on') : null,
    createdAt: guest.arrivedAt,
    createdBy: someone(work),
  };
  page.rows.stays.push(stay);
  return stay;
}

/** The periods of one stay; what was written at first and changed later stays readable as a superseded period. */
function writePeriods(work: SiteWork, page: Page, stay: DemoStay, guest: Guest, bed: KeptBed): void {
  const { random, days, keeper } = work;
  const { arriveDay, departDay } = guest;
  const nights = departDay - arriveDay;
  keeper.keep(bed, departDay);
  const write = (period: Partial<DemoBedPeriod> & { fromDay: number; untilDay: number; at: Date; bed?: KeptBed }): void => {
    const { fromDay, untilDay, at, bed: other = bed, ...rest } = period;
    page.rows.bedPeriods.push({
      ...blankPeriod(work, stay),
      id: random.uuid(at.getTime()),
      bedId: other.bed.id,
      from: days.date(fromDay),
      until: days.date(untilDay),
      recordedAt: at,
      ...rest,
    });
  };
  const whole = { fromDay: arriveDay, untilDay: departDay, at: guest.arrivedAt };
  const changed = (at: Date, supersededReason: string): Partial<DemoBedPeriod> => ({
    supersededAt: at,
    supersededBy: someone(work),
    supersededReason,
  });

  if (guest.awayNight !== null && days.past(days.at(guest.awayNight, LEAVES_FOR_A_NIGHT))) {
    const left = days.at(guest.awayNight, LEAVES_FOR_A_NIGHT);
    const back = days.at(guest.awayNight + 1, 720);
    write({ ...whole, ...changed(left, 'left_visit') });
    write({ fromDay: arriveDay, untilDay: guest.awayNight, at: left });
    write({ fromDay: guest.awayNight, untilDay: guest.awayNight + 1, at: left, use: 'away' });
    write({ fromDay: guest.awayNight + 1, untilDay: departDay, at: days.past(back) ? back : left });
    return;
  }
  const draw = random.next();
  const halfway = arriveDay + Math.floor(nights / 2);
  if (nights > 1 && draw < 0.07 && days.past(days.at(halfway, 540))) {
    write({ ...whole, untilDay: Math.max(halfway, arriveDay + 1), ...changed(days.at(halfway, 540), 'extended') });
    write({ ...whole, at: days.at(halfway, 540) });
  } else if (draw < 0.1 && days.past(days.at(departDay, 480))) {
    write({ ...whole, untilDay: departDay + random.int(1, 2), ...changed(days.at(departDay, 480), 'departed') });
    write({ ...whole, at: days.at(departDay, 480) });
  } else if (nights > 1 && draw < 0.14 && days.past(days.at(halfway, 600))) {
    const next = draw < 0.107 ? keeper.oneOf('isolation', arriveDay) : moveTarget(work, arriveDay);
    if (!next) return write(whole);
    keeper.keep(next, departDay);
    keeper.release(bed, halfway);
    write({ ...whole, ...changed(days.at(halfway, 600), 'moved') });
    write({ ...whole, untilDay: halfway, at: days.at(halfway, 600) });
    write({ ...whole, fromDay: halfway, at: days.at(halfway, 600), bed: next });
  } else if (draw < 0.152 && days.past(days.at(arriveDay + 2, 900))) {
    const right = moveTarget(work, arriveDay);
    if (!right) return write(whole);
    keeper.keep(right, departDay);
    keeper.release(bed, arriveDay + 2);
    write({ ...whole, ...changed(days.at(arriveDay + 2, 900), 'correction_slept_in_another_bed') });
    write({ ...whole, at: days.at(arriveDay + 2, 900), bed: right });
  } else {
    write(whole);
  }
}

/** A bed to move to, as long as the house is not nearly full. */
function moveTarget(work: SiteWork, day: number): KeptBed | null {
  if (work.keeper.freeCount(day) < 6) return null;
  return work.keeper.oneOf(work.random.chance(0.5) ? 'dorm' : 'family_room', day);
}

function blankPeriod(work: SiteWork, stay: DemoStay): Omit<DemoBedPeriod, 'id' | 'bedId' | 'from' | 'until' | 'recordedAt'> {
  return {
    siteId: work.site.id,
    use: 'in_house',
    stayId: stay.id,
    personId: stay.personId,
    partyId: stay.partyId,
    heldUntil: null,
    closureReason: null,
    note: '',
    recordedBy: stay.createdBy,
    supersededAt: null,
    supersededBy: null,
    supersededReason: null,
  };
}
