import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { SiteDirectory } from '../sites/site-directory';
import { weightOf } from './case-assignments.service';
import type { CaseloadsView } from './case-list.dto';
import { acuityWeights, usualRules } from './case-rules';
import type { CaseWorkerChoices } from './case-team.dto';
import { CaseloadsRepository } from './caseloads.repository';

/** Who carries how much, for supervisors and for whoever gives a case to somebody. */
@Injectable()
export class Caseloads {
  constructor(
    private readonly sites: SiteDirectory,
    private readonly caseloads: CaseloadsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What everybody carries at a site, and what waits in it. */
  async at(actor: Actor, siteId: string): Promise<CaseloadsView> {
    const { timeZone } = await this.sites.siteFor(actor, 'cases.supervise', siteId);
    const today = this.clock.today(timeZone);
    const workers = await this.caseloads.workersAt(siteId, today);
    const waiting = new Map((await this.caseloads.waitingAt(siteId, today, usualRules.noContactDays, this.clock.now())).map((row) => [row.userId, row]));
    await this.audit.record({ action: 'caseload.listed', recordType: 'site', recordId: siteId, siteId });
    const items = workers.map((worker) => ({
      ...NOTHING_WAITS, ...worker, ...waiting.get(worker.userId), cases: worker.low + worker.moderate + worker.high, load: weightOf(worker),
    }));
    return { items, weights: { ...acuityWeights } };
  }

  /** Everybody who can carry cases at a site, with how much they carry. */
  async choices(actor: Actor, siteId: string): Promise<CaseWorkerChoices> {
    const { timeZone } = await this.sites.siteFor(actor, 'cases.work', siteId);
    const workers = await this.caseloads.workersAt(siteId, this.clock.today(timeZone));
    return { items: workers.map((worker) => ({ userId: worker.userId, name: worker.name, cases: worker.low + worker.moderate + worker.high, load: weightOf(worker), ceiling: worker.ceiling })) };
  }
}

const NOTHING_WAITS = { closingAsked: 0, withoutContact: 0, oldestContactOn: null, approvalsWaiting: 0, followUpsDue: 0, unsignedNotes: 0 };
