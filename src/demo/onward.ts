import type { DemoSite, DemoTrip } from './demo.model';
import type { DemoParty, DemoPerson } from './demo-people.model';
import { familyNames, givenNames } from './names-of';
import { phoneNumber } from './phones';
import type { PlannedParty } from './plan';
import type { Random } from './random';
import { someone, type Page, type SiteWork } from './site-work';
import { AIRLINES, BUS_LINES, CITIES } from './vocabulary';

/** When a party leaves the house, and whether it has. */
export interface Leaving {
  at: Date;
  day: number;
  departed: boolean;
}

/** Writes how a party travels on: where to, how, with whose ticket, who waits there. */
export function writeTrip(work: SiteWork, page: Page, planned: PlannedParty, party: DemoParty, travellers: DemoPerson[], leaving: Leaving): void {
  const { random, days, site, longStays } = work;
  if (longStays && !random.chance(0.7)) return;
  const { at: departsAt, departed } = leaving;
  const created = days.recorded(new Date(Math.min(party.createdAt.getTime() + random.int(40, 600) * 60_000, departsAt.getTime() - 600_000)));
  const destinationState = longStays ? stateOf(site) : planned.destination;
  const mode = longStays ? 'car' : modeTo(destinationState, work);
  const sponsored = !longStays && random.chance(0.9);
  const ticket = mode === 'car' ? 'none' : departed ? bought(work) : random.chance(0.6) ? bought(work) : random.chance(0.7) ? 'requested' : 'none';
  const [lines, prefix] = mode === 'flight' ? [AIRLINES, 'FL'] : [BUS_LINES, 'BL'];
  const trip: DemoTrip = {
    id: random.uuid(created.getTime()),
    siteId: site.id,
    partyId: party.id,
    travellers: travellers.map(({ id }) => id),
    destinationState,
    destinationCity: random.pick(CITIES[destinationState] ?? ['Chicago']),
    mode,
    scope: 'onward',
    carrier: mode === 'car' ? '' : random.pick(lines),
    reference: ticket.startsWith('bought') ? `${prefix}${random.int(100_000, 999_999)}` : '',
    leavesAt: departsAt,
    leavesOn: days.date(leaving.day),
    ticket,
    sponsorName: sponsored ? someoneThere(planned.origin.nationality, random) : null,
    sponsorPhone: sponsored ? phoneNumber(random) : null,
    safeToContactSponsor: sponsored && random.chance(0.8),
    state: departed ? 'departed' : 'planned',
    departedAt: departed ? departsAt : null,
    createdAt: created,
    createdBy: someone(work),
  };
  if (departed && random.chance(0.02)) {
    page.rows.trips.push({ ...trip, id: random.uuid(created.getTime()), state: 'cancelled', departedAt: null, ticket: 'requested', reference: '' });
  }
  page.rows.trips.push(trip);
}

/** The state a site is in: from an interior house people move into a home of their own nearby. */
function stateOf({ address }: DemoSite): string {
  return /, ([A-Z]{2}) \d{5}$/.exec(address)?.[1] ?? 'IL';
}

function someoneThere(nationality: string, random: Random): string {
  return `${givenNames(nationality, random.chance(0.5) ? 'female' : 'male', random)} ${familyNames(nationality, random)}`;
}

function modeTo(state: string, { random }: SiteWork): DemoTrip['mode'] {
  const near = ['TX', 'CA', 'NV', 'CO', 'UT', 'LA'].includes(state);
  return random.weighted([
    ['bus', near ? 70 : 44],
    ['flight', near ? 14 : 48],
    ['car', near ? 13 : 3],
    ['train', 2],
    ['charter', 1],
  ] as const);
}

function bought({ random }: SiteWork): DemoTrip['ticket'] {
  return random.weighted([
    ['bought_by_sponsor', 62],
    ['bought_by_site', 17],
    ['bought_by_guest', 21],
  ] as const);
}
