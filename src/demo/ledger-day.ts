import type { DemoBatch, DemoEntry } from './demo.model';
import { someone, type Guest, type Page, type SiteWork } from './site-work';
import { KINDS } from './vocabulary';

type Target = Pick<DemoBatch, 'target' | 'targetId'>;
type Served = Pick<DemoEntry, 'quantity' | 'people'> & Partial<Pick<DemoEntry, 'personId' | 'partyId' | 'staffUserId' | 'overLimitReason'>>;

const OVER_LIMIT_REASONS = ['lost', 'child_need', 'journey'];

/** Writes one day of the service ledger: meals, kits, clothing, medical items, transport, translation, outreach, hours, mistakes. */
export class LedgerDay {
  constructor(
    private readonly work: SiteWork,
    private readonly page: Page,
  ) {}

  /** The three meals of those who are in the house at the table hour. */
  meals(guests: readonly Guest[]): void {
    const { longStays } = this.work;
    const tables = [
      [KINDS.breakfast, 450, 0.93],
      [KINDS.lunch, 745, 0.93],
      [KINDS.dinner, 1110, 0.97],
    ] as const;
    for (const [kind, minutes, eats] of tables) {
      if (longStays && kind !== KINDS.dinner) continue;
      const at = this.work.days.at(this.page.day, minutes);
      const eaters = guests.filter((guest) => guest.ageBand !== 'infant' && isHere(guest, this.page.day, at) && this.work.random.chance(eats));
      this.record(kind, { target: 'site', targetId: this.work.site.id }, at, eaters.map(servedTo));
    }
  }

  /** What a party gets when it comes through the door. */
  welcome(party: readonly Guest[]): void {
    const { random } = this.work;
    const [first] = party;
    if (!first) return;
    const at = new Date(first.arrivedAt.getTime() + random.int(15, 100) * 60_000);
    const toParty = { target: 'party', targetId: first.partyId } as const;
    const grown = party.filter(({ ageBand }) => ageBand !== 'infant');
    if (random.chance(0.9)) this.record(KINDS.hygieneKit, toParty, at, grown.map(servedTo));
    const items = grown.map((guest) => ({ ...servedTo(guest), quantity: random.int(1, 2) }));
    if (random.chance(0.3)) this.record(random.pick(KINDS.hygieneItems), toParty, at, items);
    if (random.chance(0.42)) this.record(random.pick(KINDS.clothing), toParty, later(at, 40), party.map(servedTo));
    if (first.interpreterNeeded && random.chance(0.8)) this.record(KINDS.translation, toParty, later(at, 20), grown.map(servedTo));
    for (const guest of party) {
      const alone = { target: 'person', targetId: guest.personId } as const;
      if (random.chance(0.11)) this.record(random.pick(KINDS.medical), alone, later(at, 60), [servedTo(guest)]);
    }
    if (random.chance(0.004)) {
      const again = { ...servedTo(first), overLimitReason: random.pick(OVER_LIMIT_REASONS) };
      this.record(KINDS.hygieneKit, { target: 'person', targetId: first.personId }, later(at, 150), [again]);
    }
  }

  /** The ride to the station or the airport. */
  farewell(party: readonly Guest[]): void {
    const [first] = party;
    if (!first || this.work.longStays || !this.work.random.chance(0.72)) return;
    this.record(KINDS.transportLocal, { target: 'party', targetId: first.partyId }, later(first.departsAt, -30), party.map(servedTo));
  }

  /** Hours of the shift, outreach that only a headcount is known of, and building works. */
  house(): void {
    const { random, staff, site, days } = this.work;
    const shift = random.shuffle([...staff]).slice(0, random.int(3, Math.max(3, staff.length - 1)));
    for (const user of shift) {
      const hours = { quantity: random.pick([4, 6, 8, 8, 8.5, 10]), people: 0, staffUserId: user.id };
      this.record(KINDS.labor, { target: 'staff', targetId: user.id }, days.at(this.page.day, random.int(1000, 1260)), [hours]);
    }
    if (random.chance(0.2)) {
      const people = random.int(12, 70);
      this.record(KINDS.outreach, { target: 'headcount', targetId: null }, days.at(this.page.day, random.int(600, 1020)), [{ quantity: 1, people }]);
    }
    const works = { target: 'site', targetId: site.id } as const;
    if (random.chance(0.006)) this.record(KINDS.renovation, works, days.at(this.page.day, 960), [{ quantity: 1, people: 0 }]);
  }

  /** Now and then a whole group is logged by mistake and the batch is undone by its reversal. */
  mistake(guests: readonly Guest[]): void {
    const { random, days } = this.work;
    if (guests.length < 4 || !random.chance(0.12)) return;
    const at = days.at(this.page.day, random.int(840, 1140));
    const wrong = guests.filter((guest) => isHere(guest, this.page.day, at)).slice(0, random.int(4, 14));
    const entries = this.record(random.pick(KINDS.clothing), { target: 'site', targetId: this.work.site.id }, at, wrong.map(servedTo));
    const [first] = entries;
    const undone = later(first?.recordedAt ?? at, random.int(6, 90));
    if (!first || !days.past(undone)) return;
    const by = someone(this.work);
    const batch = this.batch(first.kind, { target: 'site', targetId: this.work.site.id }, undone, by, first.batchId);
    const reason = random.pick(['wrong_people', 'counted_twice', 'not_given']);
    for (const entry of entries) {
      const reversal = { ...entry, id: random.uuid(undone.getTime()), batchId: batch.id, quantity: -entry.quantity, people: -entry.people };
      this.page.rows.entries.push({
        ...reversal,
        reversesId: entry.id,
        reversalReason: reason,
        overLimitReason: null,
        recordedAt: undone,
        recordedBy: by,
      });
    }
  }

  private record(kind: string, target: Target, servedAt: Date, served: readonly Served[]): DemoEntry[] {
    const { days, random, site } = this.work;
    if (served.length === 0 || !days.past(servedAt)) return [];
    const delay = random.chance(0.015) ? 14 * 60 : random.int(0, 25);
    const recordedAt = days.recorded(later(servedAt, delay));
    const by = someone(this.work);
    const batch = this.batch(kind, target, recordedAt, by);
    const servedOn = days.date(this.page.day);
    const entries = served.map((one): DemoEntry => ({
      id: random.uuid(recordedAt.getTime()),
      siteId: site.id,
      kind,
      batchId: batch.id,
      personId: one.personId ?? null,
      partyId: one.partyId ?? null,
      staffUserId: one.staffUserId ?? null,
      servedOn,
      servedAt,
      quantity: one.quantity,
      people: one.people,
      overLimitReason: one.overLimitReason ?? null,
      reversesId: null,
      reversalReason: null,
      recordedAt,
      recordedBy: by,
    }));
    this.page.rows.entries.push(...entries);
    return entries;
  }

  private batch(kind: string, target: Target, recordedAt: Date, recordedBy: string, reversesBatchId: string | null = null): DemoBatch {
    const { random, site, days } = this.work;
    const servedOn = days.date(this.page.day);
    const batch: DemoBatch = { id: random.uuid(recordedAt.getTime()), siteId: site.id, kind, ...target, servedOn, reversesBatchId, recordedAt, recordedBy };
    this.page.rows.batches.push(batch);
    return batch;
  }
}

function servedTo(guest: Guest): Served & { personId: string; partyId: string } {
  return { personId: guest.personId, partyId: guest.partyId, quantity: 1, people: 1 };
}

function isHere(guest: Guest, day: number, at: Date): boolean {
  return guest.arrivedAt <= at && guest.departsAt > at && guest.awayNight !== day;
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}
