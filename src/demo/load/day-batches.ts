import type { DemoDay } from '../demo.model';

const ENTRIES_PER_BATCH = 12_000;
const PERSONS_PER_BATCH = 1_500;

/** Gathers days into batches of a size that fits one transaction; what a batch refers to lies in it or in an earlier one. */
export function* dayBatches(days: Iterable<DemoDay>): Generator<DemoDay> {
  let open: DemoDay | null = null;
  for (const day of days) {
    open = open ? joined(open, day) : day;
    if (open.entries.length >= ENTRIES_PER_BATCH || open.persons.length >= PERSONS_PER_BATCH) {
      yield open;
      open = null;
    }
  }
  if (open) yield open;
}

function joined(one: DemoDay, other: DemoDay): DemoDay {
  return {
    siteId: other.siteId,
    date: other.date,
    arrivals: [...one.arrivals, ...other.arrivals],
    persons: [...one.persons, ...other.persons],
    parties: [...one.parties, ...other.parties],
    members: [...one.members, ...other.members],
    reviews: [...one.reviews, ...other.reviews],
    contactPoints: [...one.contactPoints, ...other.contactPoints],
    consents: [...one.consents, ...other.consents],
    stays: [...one.stays, ...other.stays],
    bedPeriods: [...one.bedPeriods, ...other.bedPeriods],
    trips: [...one.trips, ...other.trips],
    batches: [...one.batches, ...other.batches],
    entries: [...one.entries, ...other.entries],
    headcounts: [...one.headcounts, ...other.headcounts],
  };
}
