import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock, localDate } from '../platform/clock/clock';
import { ledgerLock } from '../platform/database/ledger-lock';
import { Tx } from '../platform/database/tx';
import { Sealing } from '../platform/sealing/sealing.service';
import { SiteDirectory } from '../sites/site-directory';
import { cursorOf, placeOf } from './day-cursor';
import { EXPLANATION_PLACE } from './headcount.entity';
import type { HeadcountsPage, HeadcountView, ListHeadcounts, TakeHeadcount } from './headcounts.dto';
import { HeadcountsRepository, type HeadcountRow } from './headcounts.repository';
import { stayProblems } from './stays.errors';

const PAGE = 14;
const SHORTEST_EXPLANATION = 10;
const NIGHT_ENDS_AFTER = 6 * 3_600_000;

/** The count at night, beside what the house should have. */
@Injectable()
export class HeadcountsService {
  constructor(
    private readonly tx: Tx,
    private readonly sites: SiteDirectory,
    private readonly headcounts: HeadcountsRepository,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Tonight's census and the counts of the nights before. */
  async page(actor: Actor, { siteId, after, limit = PAGE }: ListHeadcounts): Promise<HeadcountsPage> {
    const site = await this.sites.siteFor(actor, 'stays.read', siteId);
    const rows = await this.headcounts.list(siteId, cursorOf(after), limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      tonight: await this.headcounts.census(siteId, this.night(site.timeZone)),
      items: await this.opened(page),
      next: rows.length > limit && last ? placeOf({ on: last.nightOf, id: last.id }) : null,
    };
  }

  /**
   * Writes a count down beside the census of that moment; a difference is explained.
   * @throws HEADCOUNT_NEEDS_EXPLANATION, HEADCOUNT_IN_FUTURE
   */
  async take(actor: Actor, body: TakeHeadcount): Promise<HeadcountView> {
    const site = await this.sites.siteFor(actor, 'headcount.take', body.siteId);
    const nightOf = body.nightOf ?? this.night(site.timeZone);
    if (nightOf > this.clock.today(site.timeZone)) throw stayProblems.HEADCOUNT_IN_FUTURE();
    await ledgerLock(this.tx);
    const { census } = await this.headcounts.census(site.id, nightOf);
    const explanation = body.explanation?.trim() ?? '';
    if (census !== body.counted && explanation.length < SHORTEST_EXPLANATION) throw stayProblems.HEADCOUNT_NEEDS_EXPLANATION({ census, counted: body.counted });
    const id = await this.headcounts.newId();
    const takenAt = this.clock.now();
    const explanationSealed = explanation === '' ? null : (await this.sealing.organization()).seal(EXPLANATION_PLACE, id, explanation);
    await this.headcounts.insert({ id, siteId: site.id, nightOf, takenAt, census, counted: body.counted, explanationSealed });
    await this.audit.record({ action: 'headcount.taken', recordType: 'headcount', recordId: id, siteId: site.id });
    return {
      id, nightOf, takenAt: takenAt.toISOString(), census, counted: body.counted, difference: body.counted - census, explanation: explanation || null, takenBy: actor.fullName,
    };
  }

  /** The night that is being slept: what is after midnight belongs to the day before until six. */
  private night(timeZone: string): string {
    return localDate(new Date(this.clock.now().getTime() - NIGHT_ENDS_AFTER), timeZone);
  }

  private async opened(rows: readonly HeadcountRow[]): Promise<HeadcountView[]> {
    const own = await this.sealing.organization();
    return rows.map(({ id, nightOf, takenAt, census, counted, explanation, explanationSealed, takenBy }) => ({
      id, nightOf, takenAt: takenAt.toISOString(), census, counted, difference: counted - census,
      explanation: explanationSealed ? own.open<string>(EXPLANATION_PLACE, id, explanationSealed) : explanation || null,
      takenBy,
    }));
  }
}
