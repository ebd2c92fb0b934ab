import type { ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { common, invalid } from '../platform/errors/problem';
import { SiteDirectory } from '../sites/site-directory';
import { LedgerExport, type ExportedPart } from './ledger-export';
import type { ExportQuery } from './service-batches.dto';
import { ServiceBatches } from './service-batches.repository';

/** A reader who takes nothing for this long is gone. */
const SILENCE_MS = 60_000;

/** Hands the service ledger out as a file. */
@Injectable()
export class ServiceExport {
  constructor(
    private readonly tx: Tx,
    private readonly sites: SiteDirectory,
    private readonly batches: ServiceBatches,
    private readonly ledger: LedgerExport,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Sends the entries as CSV. That it was asked for is written down before the first row leaves, and stays even when the file breaks off. */
  async send(actor: Actor, query: ExportQuery, response: ServerResponse): Promise<void> {
    const part = await this.tx.run(actor, async () => {
      const asked = await this.part(actor, query);
      await this.audit.record({ action: 'service.exported', recordType: 'service_ledger', siteId: query.siteId ?? null, fields: Object.keys(query).sort() });
      return asked;
    });
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="service-entries-${this.clock.today('UTC')}.csv"`);
    response.setTimeout(SILENCE_MS, () => response.destroy());
    await this.ledger.copy(actor, part, response);
  }

  private async part(actor: Actor, { siteId, ...days }: ExportQuery): Promise<ExportedPart> {
    const from = days.from ?? null;
    const to = days.to ?? null;
    if (from !== null && to !== null && to < from) throw invalid('to', 'The last day is not before the first.');
    if (siteId !== undefined) {
      await this.sites.siteFor(actor, 'services.export', siteId);
      return { siteIds: [siteId], from, to };
    }
    const sites = actor.sitesFor('services.export');
    if (sites !== 'all' && sites.length === 0) throw common.NOT_FOUND();
    if (sites === 'all' && from === null && to === null) return { siteIds: null, from, to };
    return { siteIds: sites === 'all' ? await this.batches.siteIds(actor.organizationId) : sites, from, to };
  }
}
