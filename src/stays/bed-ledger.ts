import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { ledgerLock } from '../platform/database/ledger-lock';
import { Tx } from '../platform/database/tx';
import { brokenConstraint } from '../platform/errors/constraints';
import { common, type Problem } from '../platform/errors/problem';
import { Sealing } from '../platform/sealing/sealing.service';
import { CORRECTION_NOTE_PLACE, type GuestUse } from './bed-period.entity';
import { BedPeriodsRepository, type LockedBed, type NewPeriod, type TakenRow } from './bed-periods.repository';
import { tidy, type Segment } from './stay-timeline';
import { stayProblems } from './stays.errors';

/** Whose nights are written. */
export interface NightsOf {
  id: string;
  siteId: string;
  personId: string;
  partyId: string;
}

/** Why nights were written anew: a code, and what the worker wrote about it. */
export interface RewriteReason {
  reason: string;
  note?: string;
}

/**
 * Writes nights into the ledger of beds. The exclusion constraints of the database decide who gets a bed; here the loser is told
 * who has it.
 */
@Injectable()
export class BedLedger {
  constructor(
    private readonly tx: Tx,
    private readonly periods: BedPeriodsRepository,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** The nights of a stay as they stand. */
  async nightsOf(stayId: string): Promise<Segment[]> {
    const rows = await this.periods.ofStay(stayId);
    return rows.map(({ bedId, from, until, use }) => ({ bedId, from, until: until ?? from, use: use as GuestUse }));
  }

  /**
   * Takes the beds that stays have, and others that they shall have, before anything of them is written. Whoever changes several
   * stays takes all of their beds at once: then nobody waits for somebody who waits for them.
   */
  async take(stayIds: readonly string[], bedIds: readonly string[]): Promise<void> {
    await ledgerLock(this.tx);
    await this.periods.lockBedsOf(stayIds, bedIds);
  }

  /**
   * Gives beds out: all of them or none.
   * @throws STAY_BED_TAKEN, STAY_PERSON_ELSEWHERE, STAY_BED_NOT_IN_SERVICE
   */
  async give(siteId: string, wanted: readonly NewPeriod[], partyId: string | null): Promise<string[]> {
    if (wanted.length === 0) return [];
    await ledgerLock(this.tx);
    const beds = await this.periods.lockBeds([...new Set(wanted.map(({ bedId }) => bedId))]);
    mayBeGiven(siteId, beds, wanted);
    await this.periods.releaseHolds(wanted, this.clock.now(), partyId);
    try {
      return await this.tx.attempt(() => this.periods.insert(wanted));
    } catch (error) {
      throw (await this.explained(error, siteId, wanted)) ?? error;
    }
  }

  /** Lets a stay's nights be these from now on. What changes is superseded and stays readable; what stays the same is not touched. */
  async rewrite(stay: NightsOf, next: readonly Segment[], { reason, note }: RewriteReason): Promise<void> {
    const wanted = tidy(next);
    await this.take([stay.id], wanted.map(({ bedId }) => bedId));
    const standing = await this.periods.ofStay(stay.id);
    const same = (segment: Segment, row: { bedId: string; from: string; until: string | null; use: string }): boolean =>
      segment.bedId === row.bedId && segment.from === row.from && segment.until === row.until && segment.use === row.use;
    const changed = standing.filter((row) => !wanted.some((segment) => same(segment, row)));
    // A note needs a line of the history to hang on: where nights are only added, the last one is written again.
    const gone = note !== undefined && changed.length === 0 ? standing.slice(-1) : changed;
    const kept = standing.filter((row) => !gone.includes(row));
    const added = wanted.filter((segment) => !kept.some((row) => same(segment, row)));
    if (note !== undefined && gone[0]) await this.supersedeWithNote(stay, gone[0].id, reason, note);
    await this.periods.supersede(gone.map(({ id }) => id), reason);
    await this.give(stay.siteId, added.map((segment) => ({ ...segment, siteId: stay.siteId, stayId: stay.id, personId: stay.personId, partyId: stay.partyId })), stay.partyId);
  }

  private async supersedeWithNote(stay: NightsOf, periodId: string, reason: string, note: string): Promise<void> {
    const key = (await this.sealing.subjects([stay.personId])).get(stay.personId);
    if (!key) throw common.NOT_FOUND();
    await this.periods.supersedeWithNote(periodId, reason, key.seal(CORRECTION_NOTE_PLACE, periodId, note));
  }

  private async explained(error: unknown, siteId: string, wanted: readonly NewPeriod[]): Promise<Problem | null> {
    const broken = brokenConstraint(error);
    const [first] = wanted;
    const own = first?.stayId !== undefined && wanted.every(({ stayId }) => stayId === first.stayId) ? first.stayId : null;
    if (broken === 'bed_periods_one_use_per_bed_and_night') {
      return stayProblems.STAY_BED_TAKEN({ beds: (await this.periods.takenBy(wanted, own)).map(takenFact) });
    }
    if (broken !== 'bed_periods_one_bed_per_person_and_night') return null;
    const persons = wanted.flatMap(({ personId }) => personId ?? []);
    const from = wanted.map((period) => period.from).sort()[0] ?? '';
    const until = wanted.map((period) => period.until ?? period.from).sort().at(-1) ?? '';
    const elsewhere = await this.periods.bedsOfPersons(persons, from, until, own);
    // At another site only the nights are told: where somebody sleeps is for those who work there.
    return stayProblems.STAY_PERSON_ELSEWHERE({
      nights: elsewhere.map((row) => ({ personId: row.personId, from: row.from, until: row.until, ...(row.siteId === siteId ? { stayId: row.stayId, bed: row.bed, room: row.room } : {}) })),
    });
  }
}

/** What is told of nights that stand in the way: the bed, the party's code, the dates; no names. */
export function takenFact({ bedId, bed, room, use, partyCode, from, until, stayId }: TakenRow): Record<string, unknown> {
  return { bedId, bed, room, use, partyCode, from, until, stayId };
}

function mayBeGiven(siteId: string, beds: readonly LockedBed[], wanted: readonly NewPeriod[]): void {
  const byId = new Map(beds.map((bed) => [bed.id, bed]));
  for (const { bedId, from, until } of wanted) {
    const bed = byId.get(bedId);
    if (!bed || bed.siteId !== siteId) throw common.NOT_FOUND();
    const ended = bed.inServiceUntil !== null && (until === null || until > bed.inServiceUntil);
    if (from < bed.inServiceFrom || ended) throw stayProblems.STAY_BED_NOT_IN_SERVICE({ bedId, bed: bed.label, from: bed.inServiceFrom, until: bed.inServiceUntil });
  }
}
