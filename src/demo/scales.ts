import type { Scale } from './demo.model';
import type { SpanShape } from './plan';
import { LONG_NIGHTS, NIGHTS, PUBLISHED_YEAR } from './published';

/** A site before it is built: where it is and whom it receives, year by year. */
export interface SiteShape {
  name: string;
  code: string;
  timeZone: string;
  kind: 'respite' | 'transitional';
  address: string;
  spans: SpanShape[];
}

const BORDER = [
  ['Casa del Puente Respite Center', 'PUE', 'America/Denver', '1200 Example Street, El Paso, TX 79901'],
  ['Casa Saguaro', 'SAG', 'America/Phoenix', '410 Sample Avenue, Tucson, AZ 85701'],
  ['Posada San Rafael', 'RAF', 'America/Los_Angeles', '77 Placeholder Way, San Diego, CA 92101'],
  ['Respite House of the Valley', 'VAL', 'America/Chicago', '900 Example Road, McAllen, TX 78501'],
  ['Eagle Crossing Welcome Center', 'EAG', 'America/Chicago', '15 Sample Lane, Eagle Pass, TX 78852'],
  ['Yuma Way Station', 'YUM', 'America/Phoenix', '3 Placeholder Drive, Yuma, AZ 85364'],
] as const;

const INTERIOR = [
  ['Lakeside Family House', 'LAK', 'America/Chicago', '2500 Example Avenue, Chicago, IL 60608'],
  ['Harbor Street House', 'HAR', 'America/New_York', '18 Sample Street, Boston, MA 02128'],
  ['Prospect Family Residence', 'PRO', 'America/New_York', '640 Placeholder Street, New York, NY 10456'],
  ['Highline House', 'HIG', 'America/Denver', '5100 Example Court, Denver, CO 80216'],
] as const;

/** The sites of both organizations at a scale; the small history is two weeks, and more of the same if it is to reach further back. */
export function siteShapes(scale: Scale, reachBackDays = 0): { border: SiteShape[]; interior: SiteShape[] } {
  if (scale === 'small') {
    const spans = Math.min(MOST_SMALL_SPANS, Math.max(1, Math.ceil(reachBackDays / SMALL_BORDER.days)));
    const times = <T>(span: T): T[] => Array.from({ length: spans }, () => span);
    return { border: [border(0, times(SMALL_BORDER))], interior: [interior(0, times(SMALL_INTERIOR))] };
  }
  if (scale === 'year') return { border: [border(0, [publishedYear(1)])], interior: [interior(0, [interiorYear(1)])] };
  const years = [0, 1, 2];
  return {
    border: BORDER.map((_, at) => border(at, years.map((year) => publishedYear(1.573 * factor(at, year))))),
    interior: INTERIOR.map((_, at) => interior(at, years.map((year) => interiorYear(2.39 * factor(at, year))))),
  };
}

/** Some sites and years are busier than others; over six sites and three years this averages one. */
function factor(site: number, year: number): number {
  return 1 + 0.18 * Math.sin(site * 2.1 + 0.4) + 0.12 * (year - 1);
}

function border(at: number, spans: SpanShape[]): SiteShape {
  const [name, code, timeZone, address] = BORDER[at] ?? BORDER[0];
  return { name, code, timeZone, address, kind: 'respite', spans };
}

function interior(at: number, spans: SpanShape[]): SiteShape {
  const [name, code, timeZone, address] = INTERIOR[at] ?? INTERIOR[0];
  return { name, code, timeZone, address, kind: 'transitional', spans };
}

/** Two weeks in which guests stay somewhat longer than published, so that a small house is not empty. */
const SMALL_NIGHTS = [[0, 14], [1, 36], [2, 24], [3, 12], [4, 7], [6, 4], [9, 3]] as const;

const MOST_SMALL_SPANS = 13;

const SMALL_BORDER: SpanShape = {
  days: 14, arrivalDays: 14, guests: 150, groups: 78, median: 9, nearMost: 20, most: 24, nights: SMALL_NIGHTS,
};

const SMALL_INTERIOR: SpanShape = { days: 14, arrivalDays: 12, guests: 60, groups: 27, median: 4, nearMost: 10, most: 12, nights: LONG_NIGHTS };

function publishedYear(times: number): SpanShape {
  const { guests, groups, arrivalDays, medianPerDay, nearMostPerDay, mostPerDay, mostNights } = PUBLISHED_YEAR;
  return {
    days: 365,
    arrivalDays,
    guests: Math.round(guests * times),
    groups: Math.round(groups * times),
    median: Math.round(medianPerDay * times),
    nearMost: Math.round(nearMostPerDay * times),
    most: Math.round(mostPerDay * times),
    nights: NIGHTS,
    mostNights,
  };
}

function interiorYear(times: number): SpanShape {
  return {
    days: 365,
    arrivalDays: 330,
    guests: Math.round(2_300 * times),
    groups: Math.round(1_060 * times),
    median: Math.round(6 * times),
    nearMost: Math.round(15 * times),
    most: Math.round(24 * times),
    nights: LONG_NIGHTS,
  };
}
