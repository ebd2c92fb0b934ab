import { spaceKinds, type SpaceKind } from '../sites/room.entity';
import { nightTotals } from '../stays/night-totals';
import type { FreeBedsView } from './today.dto';

type Beds = Parameters<typeof nightTotals>[0];
type Periods = Parameters<typeof nightTotals>[1];

/** Beds in service on a night by kind of space, with what they are used for: counted as the bed board counts them. */
export function freeBeds(rooms: readonly { spaceKind: SpaceKind; beds: Beds }[], periods: Periods, night: string): FreeBedsView[] {
  return spaceKinds.flatMap((spaceKind) => {
    const beds = rooms.filter((room) => room.spaceKind === spaceKind).flatMap((room) => room.beds);
    const [totals] = nightTotals(beds, periods, night, 1);
    if (!totals) return [];
    const taken = totals.inHouse + totals.booked + totals.away;
    const inService = taken + totals.held + totals.closed + totals.free;
    return inService === 0 ? [] : [{ spaceKind, beds: inService, taken, held: totals.held, closed: totals.closed, free: totals.free }];
  });
}
