import { addDays } from '../platform/clock/clock';
import type { BedUse } from './bed-period.entity';
import type { NightTotals } from './bed-board.dto';

interface CountedBed {
  id: string;
  inServiceFrom: string;
  inServiceUntil: string | null;
}

interface CountedPeriod {
  bedId: string;
  use: BedUse;
  from: string;
  until: string | null;
}

const COUNTED_AS = { in_house: 'inHouse', booked: 'booked', away: 'away', held: 'held', closed: 'closed' } as const satisfies Record<BedUse, keyof NightTotals>;

/** How the beds are used on each of some nights: a night belongs to a period when it begins on that night or before and ends after it. */
export function nightTotals(beds: readonly CountedBed[], periods: readonly CountedPeriod[], from: string, nights: number): NightTotals[] {
  return Array.from({ length: nights }, (_, offset) => {
    const night = addDays(from, offset);
    const totals: NightTotals = { night, inHouse: 0, booked: 0, away: 0, held: 0, closed: 0, free: 0 };
    const used = new Map(periods.filter((period) => period.from <= night && (period.until === null || period.until > night)).map(({ bedId, use }) => [bedId, use]));
    for (const bed of beds) {
      if (bed.inServiceFrom > night || (bed.inServiceUntil !== null && bed.inServiceUntil <= night)) continue;
      const use = used.get(bed.id);
      totals[use === undefined ? 'free' : COUNTED_AS[use]] += 1;
    }
    return totals;
  });
}
