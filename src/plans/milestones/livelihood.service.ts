import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { CaseAccess, type CaseAtHand } from '../../cases/case-access';
import { Clock } from '../../platform/clock/clock';
import { common, invalid } from '../../platform/errors/problem';
import { Sealing, type SubjectKey } from '../../platform/sealing/sealing.service';
import type { HouseholdMonthView, LivelihoodView, RecordHouseholdMonth } from './livelihood.dto';
import { LivelihoodRepository, type SealedMonth } from './livelihood.repository';
import { milestoneProblems } from './milestones.errors';
import { monthOf, sufficiencyOf, type Livelihood } from './self-sufficiency';

const AMOUNTS_PLACE = 'household_months.amounts_sealed';

type Amounts = Pick<Livelihood, 'incomeCents' | 'rentCents' | 'otherCostsCents'>;

/** What a family lives on by month, told by them, and the looks at it that were frozen on their day. */
@Injectable()
export class Livelihoods {
  constructor(
    private readonly livelihood: LivelihoodRepository,
    private readonly cases: CaseAccess,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The months of a family and the looks at them. */
  async ofCase(actor: Actor, caseId: string): Promise<LivelihoodView> {
    const found = await this.cases.require(actor, 'read', caseId);
    await this.audit.record({ action: 'livelihood.opened', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: ['income', 'rent'] });
    return this.view(actor, found);
  }

  /** Records a month, or corrects it. A look that was frozen before stays as it is. */
  async record(actor: Actor, caseId: string, body: RecordHouseholdMonth): Promise<LivelihoodView> {
    const found = await this.cases.require(actor, 'work', caseId);
    const month = `${body.month}-01`;
    if (month > monthOf(this.clock.today(found.timeZone))) throw invalid('month', 'This month has not begun yet.');
    if (body.employed > body.employable) throw invalid('employed', 'No more can work than are able to.');
    const newest = await this.livelihood.lock(caseId, month);
    if (newest !== (body.replaces ?? null)) throw milestoneProblems.MONTH_CHANGED();
    if (newest !== null) await this.livelihood.supersede(newest, this.clock.now());
    const amounts: Amounts = { incomeCents: body.incomeCents, rentCents: body.rentCents, otherCostsCents: body.otherCostsCents ?? 0 };
    const { cashAssistance, employable, employed } = body;
    const id = randomUUID();
    const amountsSealed = (await this.keyOf(caseId)).seal(AMOUNTS_PLACE, id, amounts);
    const selfSufficient = sufficiencyOf({ ...amounts, cashAssistance }) === 'self_sufficient';
    await this.livelihood.insert({ id, caseId, month, amountsSealed, cashAssistance, employable, employed, selfSufficient }, this.clock.now());
    await this.audit.record({
      action: 'livelihood.recorded', recordType: 'household_month', recordId: id, siteId: found.siteId, fields: ['income', 'rent', 'cashAssistance', 'employed'],
      reason: newest === null ? null : 'correction',
    });
    return this.view(actor, found);
  }

  private async view(actor: Actor, found: CaseAtHand): Promise<LivelihoodView> {
    const months = await this.livelihood.months(found.id);
    const key = months.length > 0 ? await this.keyOf(found.id) : null;
    const checks = await this.livelihood.checks(found.id);
    return {
      caseId: found.id,
      mayRecord: this.cases.offers(actor, found).includes('work'),
      thisMonth: monthOf(this.clock.today(found.timeZone)).slice(0, 7),
      checks: checks.map(({ verdictNow, ...check }) => ({ ...check, sinceCorrectedTo: check.verdict !== null && check.verdict !== verdictNow ? verdictNow : null })),
      months: key === null ? [] : months.map((row) => toMonthView(row, key)),
    };
  }

  private async keyOf(caseId: string): Promise<SubjectKey> {
    const key = (await this.sealing.subjects([caseId])).get(caseId);
    if (!key) throw common.NOT_FOUND();
    return key;
  }
}

function toMonthView(row: SealedMonth, key: SubjectKey): HouseholdMonthView {
  const { id, month, amountsSealed, cashAssistance, employable, employed, selfSufficient, recordedAt, recordedBy, corrections } = row;
  const { incomeCents, rentCents, otherCostsCents } = key.open<Amounts>(AMOUNTS_PLACE, id, amountsSealed);
  return { id, month: month.slice(0, 7), incomeCents, rentCents, otherCostsCents, cashAssistance, employable, employed, selfSufficient, recordedAt, recordedBy, corrections };
}
