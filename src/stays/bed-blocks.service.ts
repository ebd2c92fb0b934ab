import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { AuditAction } from '../audit/audit-events';
import type { Actor } from '../auth/actor';
import { Clock, daysBetween } from '../platform/clock/clock';
import { ledgerLock } from '../platform/database/ledger-lock';
import { Tx } from '../platform/database/tx';
import { common, Problem } from '../platform/errors/problem';
import { SiteDirectory } from '../sites/site-directory';
import { BedLedger } from './bed-ledger';
import { BedPeriodsRepository, type NewPeriod, type PeriodRow } from './bed-periods.repository';
import type { BlocksMade, CloseBeds, HoldBeds } from './bed-blocks.dto';
import type { BedUse } from './bed-period.entity';
import { BookingRepository } from './booking.repository';
import { MOST_NIGHTS } from './stay.lifecycle';
import { stayProblems } from './stays.errors';

const HOLD_MINUTES = 90;

/** Beds that nobody gets for a while: held for somebody, or closed. */
@Injectable()
export class BedBlocksService {
  constructor(
    private readonly tx: Tx,
    private readonly sites: SiteDirectory,
    private readonly periods: BedPeriodsRepository,
    private readonly booking: BookingRepository,
    private readonly ledger: BedLedger,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds beds: all of them or none. A hold that has run out is in nobody's way, whether or not somebody swept it up.
   * @throws STAY_BED_TAKEN with who has it
   */
  async hold(actor: Actor, body: HoldBeds): Promise<BlocksMade> {
    const site = await this.sites.siteFor(actor, 'stays.book', body.siteId);
    const today = this.clock.today(site.timeZone);
    if (body.until <= body.from || daysBetween(body.from, body.until) > MOST_NIGHTS) throw stayProblems.BED_HOLD_DATES();
    if (body.from < today) throw stayProblems.STAY_IN_PAST({ today });
    const party = body.partyId === undefined ? null : await this.booking.party(body.partyId);
    if (body.partyId !== undefined && party?.siteId !== body.siteId) throw common.NOT_FOUND();
    const heldUntil = new Date(this.clock.now().getTime() + (body.minutes ?? HOLD_MINUTES) * 60_000);
    const { siteId, from, until } = body;
    return this.write(body.bedIds.map((bedId) => ({ siteId, bedId, use: 'held', from, until, partyId: party?.id ?? null, heldUntil })), 'bed.held');
  }

  /** Ends a hold before its time. */
  async release(actor: Actor, id: string): Promise<void> {
    const hold = await this.block(actor, id, 'held');
    if ((hold.heldUntil ?? new Date(0)) <= this.clock.now()) throw stayProblems.BED_HOLD_OVER();
    await this.periods.supersede([id], 'hold_released');
    await this.audit.record({ action: 'bed.hold_released', recordType: 'bed', recordId: hold.bedId, siteId: hold.siteId });
  }

  /**
   * Closes beds on some nights: all of them or none. Nobody is put out by it.
   * @throws BED_HAS_GUESTS naming the stays to move, BED_CLOSED_ALREADY
   */
  async close(actor: Actor, body: CloseBeds): Promise<BlocksMade> {
    const site = await this.sites.siteFor(actor, 'beds.close', body.siteId);
    const today = this.clock.today(site.timeZone);
    const until = body.until ?? null;
    if (until !== null && until <= body.from) throw stayProblems.BED_CLOSE_DATES();
    if (body.from < today) throw stayProblems.BED_CLOSE_PAST({ today });
    const { siteId, from, reason } = body;
    try {
      return await this.write(body.bedIds.map((bedId) => ({ siteId, bedId, use: 'closed', from, until, closureReason: reason })), 'bed.closed', reason);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'STAY_BED_TAKEN') throw error;
      const inTheWay = error.facts.beds as { use: BedUse }[];
      throw inTheWay.every(({ use }) => use === 'closed') ? stayProblems.BED_CLOSED_ALREADY(error.facts) : stayProblems.BED_HAS_GUESTS(error.facts);
    }
  }

  /** Opens a closed bed from tonight on; the nights that were closed stay on record. */
  async reopen(actor: Actor, id: string): Promise<void> {
    const closure = await this.block(actor, id, 'closed');
    const site = await this.sites.site(actor.organizationId, closure.siteId);
    const today = this.clock.today(site.timeZone);
    if (closure.until !== null && closure.until <= today) throw stayProblems.BED_CLOSURE_OVER({ until: closure.until });
    await this.periods.supersede([id], 'reopened');
    const { siteId, bedId, from, closureReason } = closure;
    if (from < today && closureReason) await this.periods.insert([{ siteId, bedId, use: 'closed', from, until: today, closureReason }]);
    await this.audit.record({ action: 'bed.reopened', recordType: 'bed', recordId: bedId, siteId });
  }

  private async write(wanted: NewPeriod[], action: AuditAction, reason?: string): Promise<BlocksMade> {
    const ids = await this.ledger.give(wanted[0]?.siteId ?? '', wanted, wanted[0]?.partyId ?? null);
    await this.audit.recordMany(wanted.map(({ bedId, siteId }) => ({ action, recordType: 'bed', recordId: bedId, siteId, reason })));
    return { items: wanted.map(({ bedId, from, until, heldUntil }, at) => ({ id: ids[at] ?? '', bedId, from, until, heldUntil: heldUntil?.toISOString() ?? null })) };
  }

  private async block(actor: Actor, id: string, use: 'held' | 'closed'): Promise<PeriodRow> {
    await ledgerLock(this.tx);
    const block = await this.periods.lockBlock(id, use);
    if (!block) throw common.NOT_FOUND();
    actor.require(use === 'held' ? 'stays.book' : 'beds.close', block.siteId);
    return block;
  }
}
