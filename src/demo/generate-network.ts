import { addDays, daysBetween, localDate, momentAt } from '../platform/clock/clock';
import { BedKeeper } from './bed-keeper';
import type { DemoDay, DemoNetwork, DemoOrganization, DemoSite, Scale } from './demo.model';
import { PartyCodes } from './party-codes';
import { mostInHouse, planSpan, type PlannedParty } from './plan';
import { buildPremises } from './premises';
import { Random } from './random';
import { siteShapes, type SiteShape } from './scales';
import { SiteDays } from './site-days';
import { siteHistory } from './site-history';
import { staffOf } from './staff';

/** What a made-up network is made from; the same options give the same network to the last letter. */
export interface NetworkOptions {
  scale: Scale;
  seed: number;
  /** The date on which the history ends. */
  today: string;
  /** How late it is; later today has not happened yet. Noon of the first site if nothing else is said. */
  now?: Date;
  /** A date that the small history shall reach back to (a program that ended some weeks ago), as far as half a year allows. */
  reachBackTo?: string;
}

/**
 * A believable reception network: a border organization that shelters people for a night or two and an interior one where they
 * stay for weeks. History is made while it is walked, so a large network never lies in memory at once.
 */
export function generateNetwork(options: NetworkOptions): DemoNetwork {
  const shapes = siteShapes(options.scale, daysBetween(options.reachBackTo ?? options.today, options.today));
  const random = new Random(`${options.scale}/${options.seed}`);
  return {
    organizations: [
      organization({ name: 'Frontera Respite Network', code: 'frontera', language: 'en' }, shapes.border, options, random.fork('frontera')),
      organization({ name: 'Interior Welcome Alliance', code: 'interior', language: 'en' }, shapes.interior, options, random.fork('interior')),
    ],
  };
}

interface SitePlan {
  site: DemoSite;
  today: string;
  parties: PlannedParty[];
  before: number;
  random: Random;
}

function organization(
  named: Pick<DemoOrganization, 'name' | 'code' | 'language'>,
  shapes: SiteShape[],
  options: NetworkOptions,
  random: Random,
): DemoOrganization {
  const plans = shapes.map((shape) => planSite(shape, options, random.fork(shape.code)));
  const began = momentAt(plans[0]?.site.opensOn ?? options.today, '08:00', plans[0]?.site.timeZone ?? 'UTC').getTime();
  const ids = random.fork('people-who-work-here');
  const id = ids.uuid(began);
  const users = staffOf(named.code, plans.map(({ site }) => site), began, ids);
  const now = options.now ?? momentAt(options.today, '12:00', plans[0]?.site.timeZone ?? 'UTC');
  const walk = (): Generator<DemoDay>[] => {
    const partyCodes = new PartyCodes(plans.reduce((sum, { parties }) => sum + parties.length, 0));
    return plans.map(({ site, today, parties, before, random: chance }) =>
      siteHistory(
        {
          site,
          days: new SiteDays(today, before, site.timeZone, now),
          keeper: new BedKeeper(site.buildings),
          staff: users.filter(({ siteId }) => siteId === site.id),
          random: chance.fork('history'),
          partyCodes,
          longStays: site.kind !== 'respite',
          missedBuses: 0,
        },
        parties,
      ),
    );
  };
  return { ...named, id, users, sites: plans.map(({ site }) => site), days: () => inStep(walk()) };
}

/** One day of every site after the other, so that what is written grows with time. */
function* inStep(histories: Generator<DemoDay>[]): Generator<DemoDay> {
  for (;;) {
    const days = histories.map((history) => history.next());
    if (days.every(({ done }) => done)) return;
    for (const { done, value } of days) if (!done) yield value;
  }
}

function planSite(shape: SiteShape, options: NetworkOptions, random: Random): SitePlan {
  const before = shape.spans.reduce((sum, { days }) => sum + days, 0);
  let start = 0;
  const parties = shape.spans.flatMap((span, at) => {
    const offset = start;
    start += span.days;
    return planSpan(span, random.fork(`span ${at}`)).map((party) => ({ ...party, day: party.day + offset }));
  });
  const today = options.now ? localDate(options.now, shape.timeZone) : options.today;
  const opensOn = addDays(today, -before - 30);
  const openedAt = momentAt(opensOn, '08:00', shape.timeZone).getTime();
  const most = mostInHouse(parties);
  const beds = options.scale === 'small' ? Math.max(64, Math.round(most * 1.5)) : Math.round(most * (shape.kind === 'respite' ? 1.15 : 1.35)) + 40;
  const ids = random.fork('premises');
  const buildings = buildPremises(shape.kind, beds, openedAt, ids);
  const built = buildings.reduce((sum, { rooms }) => sum + rooms.reduce((count, room) => count + room.beds.length, 0), 0);
  const site: DemoSite = {
    id: ids.uuid(openedAt),
    name: shape.name,
    code: shape.code,
    timeZone: shape.timeZone,
    kind: shape.kind,
    address: shape.address,
    opensOn,
    maxStayNights: shape.kind === 'respite' ? 5 : null,
    buildings,
    capacities: [
      {
        id: ids.uuid(openedAt),
        effectiveFrom: opensOn,
        licensed: Math.round(built * 0.95),
        staffed: Math.round(built * 0.8),
        funded: Math.round(built * 0.7),
      },
      {
        id: ids.uuid(openedAt),
        effectiveFrom: addDays(today, -Math.floor(before / 2)),
        licensed: Math.round(built * 0.95),
        staffed: Math.round(built * 0.9),
        funded: Math.round(built * 0.8),
      },
    ],
  };
  return { site, today, parties, before, random };
}
