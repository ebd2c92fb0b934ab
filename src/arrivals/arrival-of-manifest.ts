import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';
import { mayBecome } from './arrival.lifecycle';
import { ArrivalsRepository } from './arrivals.repository';
import type { Manifest } from './manifest.entity';

/** The announced arrival that a list belongs to. */
@Injectable()
export class ArrivalOfManifest {
  constructor(
    private readonly arrivals: ArrivalsRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** People of the list are in the house: so they came, unless somebody has said what became of the arrival. */
  async came({ organizationId, arrivalId }: Manifest): Promise<void> {
    const arrival = arrivalId === null ? null : await this.arrivals.find(organizationId, arrivalId);
    if (!arrival || !mayBecome(arrival.state, 'arrived')) return;
    const settled = await this.arrivals.settle(organizationId, arrival.id, arrival.state, 'arrived', this.clock.now());
    if (!settled) return;
    await this.audit.record({ action: 'arrival.changed', recordType: 'arrival', recordId: arrival.id, siteId: arrival.siteId, fields: ['state'], reason: 'arrived' });
  }
}
