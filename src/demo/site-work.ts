import type { BedKeeper } from './bed-keeper';
import type { DemoDay, DemoSite, DemoUser } from './demo.model';
import type { PartyCodes } from './party-codes';
import type { Random } from './random';
import type { SiteDays } from './site-days';

/** What the makers of a site's history share. */
export interface SiteWork {
  site: DemoSite;
  days: SiteDays;
  keeper: BedKeeper;
  /** Everybody who works at the site; the first is on shift tonight. */
  staff: DemoUser[];
  random: Random;
  /** The codes of the organization's parties. */
  partyCodes: PartyCodes;
  /** People stay for weeks (an interior site) instead of a night. */
  longStays: boolean;
  /** How many parties missed their bus today and still sit in the house; one is enough. */
  missedBuses: number;
}

/** A guest as the ledger and the headcount see them. */
export interface Guest {
  personId: string;
  partyId: string;
  ageBand: string;
  interpreterNeeded: boolean;
  arriveDay: number;
  arrivedAt: Date;
  departDay: number;
  departsAt: Date;
  /** A night spent elsewhere in the middle of the stay (a pass, a hospital). */
  awayNight: number | null;
}

/** One day being written. */
export interface Page {
  day: number;
  rows: DemoDay;
}

/** Somebody of the staff. */
export function someone(work: SiteWork): string {
  return work.random.pick(work.staff).id;
}
