import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock, momentAt } from '../platform/clock/clock';
import { common, invalid } from '../platform/errors/problem';
import { SiteDirectory } from '../sites/site-directory';
import type { Arrival } from './arrival.entity';
import { type ArrivalState, mayArriveOn, mayBecome, refusedExpectedDay } from './arrival.lifecycle';
import { type ArrivalPage, type ArrivalsQuery, type ArrivalView, type ExpectArrival, toArrivalView } from './arrivals.dto';
import { arrivalProblems } from './arrivals.errors';
import { ArrivalsRepository } from './arrivals.repository';

const USUAL_PAGE = 50;

/** The people announced to come: who, when, and what became of it. */
@Injectable()
export class ArrivalsService {
  constructor(
    private readonly arrivals: ArrivalsRepository,
    private readonly sites: SiteDirectory,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The arrivals of one day at a site; of today when no day is named. */
  async list(actor: Actor, query: ArrivalsQuery): Promise<ArrivalPage> {
    const { timeZone } = await this.sites.siteFor(actor, 'arrivals.read', query.siteId);
    const limit = query.limit ?? USUAL_PAGE;
    const found = await this.arrivals.page(actor.organizationId, query.siteId, query.on ?? this.clock.today(timeZone), query.after ?? null, limit + 1);
    const items = found.slice(0, limit);
    return { items: items.map(toArrivalView), next: found.length > limit ? (items[items.length - 1]?.id ?? null) : null };
  }

  /** Writes down that people were announced. */
  async expect(actor: Actor, body: ExpectArrival): Promise<ArrivalView> {
    const { timeZone } = await this.sites.siteFor(actor, 'arrivals.record', body.siteId);
    const refused = refusedExpectedDay(body.expectedOn, this.clock.today(timeZone));
    if (refused) throw invalid('expectedOn', refused);
    const arrival = await this.arrivals.insert({
      organizationId: actor.organizationId,
      siteId: body.siteId,
      expectedOn: body.expectedOn,
      expectedAt: body.expectedTime === undefined ? null : momentAt(body.expectedOn, body.expectedTime, timeZone),
      source: body.source,
      carrier: body.carrier?.trim() ?? '',
      peopleExpected: body.peopleExpected,
      recordedAt: this.clock.now(),
      recordedBy: actor.userId,
    });
    await this.audit.record({ action: 'arrival.recorded', recordType: 'arrival', recordId: arrival.id, siteId: arrival.siteId });
    return toArrivalView(arrival);
  }

  /** They are here. */
  async arrived(actor: Actor, id: string): Promise<ArrivalView> {
    const arrival = await this.mine(actor, id);
    const { timeZone } = await this.sites.site(actor.organizationId, arrival.siteId);
    if (!mayArriveOn(arrival.expectedOn, this.clock.today(timeZone))) throw arrivalProblems.ARRIVAL_NOT_YET({ expectedOn: arrival.expectedOn });
    return this.settle(arrival, 'arrived', this.clock.now());
  }

  /** They did not come. */
  async didNotCome(actor: Actor, id: string): Promise<ArrivalView> {
    return this.settle(await this.mine(actor, id), 'no_show', null);
  }

  /** They will not come: it was called off. */
  async cancel(actor: Actor, id: string): Promise<ArrivalView> {
    return this.settle(await this.mine(actor, id), 'cancelled', null);
  }

  private async mine(actor: Actor, id: string): Promise<Arrival> {
    const arrival = await this.arrivals.find(actor.organizationId, id);
    if (!arrival) throw common.NOT_FOUND();
    actor.require('arrivals.record', arrival.siteId);
    return arrival;
  }

  private async settle(arrival: Arrival, to: ArrivalState, arrivedAt: Date | null): Promise<ArrivalView> {
    if (!mayBecome(arrival.state, to)) throw arrivalProblems.ARRIVAL_SETTLED({ state: arrival.state });
    const settled = await this.arrivals.settle(arrival.organizationId, arrival.id, arrival.state, to, arrivedAt);
    if (!settled) throw arrivalProblems.ARRIVAL_SETTLED();
    await this.audit.record({ action: 'arrival.changed', recordType: 'arrival', recordId: arrival.id, siteId: arrival.siteId, fields: ['state'], reason: to });
    return toArrivalView(settled);
  }
}
