import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { common } from '../platform/errors/problem';
import { Clock } from '../platform/clock/clock';
import { fullName, PeopleService } from '../people/people.service';
import { SiteDirectory } from '../sites/site-directory';
import { ServiceBatches, type BatchRow, type EntryRow } from './service-batches.repository';
import type { ServiceBatchDetail, ServiceBatchPage, ServiceBatchView, ServiceEntryView, ServiceLogQuery } from './service-batches.dto';
import { ServiceNotes } from './service-notes';
import { servicesPolicy } from './services.policy';

const USUAL_PAGE = 30;

/** The log of a site, for those who look at it. */
@Injectable()
export class ServiceBatchesService {
  constructor(
    private readonly batches: ServiceBatches,
    private readonly sites: SiteDirectory,
    private readonly people: PeopleService,
    private readonly notes: ServiceNotes,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** What was logged for a day at a site, the latest first. */
  async list(actor: Actor, { siteId, on, after, limit = USUAL_PAGE }: ServiceLogQuery): Promise<ServiceBatchPage> {
    const site = await this.sites.siteFor(actor, 'services.read', siteId);
    const rows = await this.batches.page(actor.organizationId, siteId, on ?? this.clock.today(site.timeZone), after ?? null, limit + 1);
    const shown = rows.slice(0, limit);
    const names = await this.names(actor, siteId, shown.flatMap(({ target, targetId }) => (target === 'person' && targetId ? [targetId] : [])));
    const items = await this.views(actor, shown, names);
    const fields = [...(names.size > 0 ? ['names'] : []), ...(items.some(({ note }) => note !== null) ? ['note'] : [])];
    if (fields.length > 0) await this.audit.record({ action: 'service.listed', recordType: 'site', recordId: siteId, siteId, fields });
    return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  /** One batch with its lines. */
  async open(actor: Actor, id: string): Promise<ServiceBatchDetail> {
    const row = await this.batches.find(actor.organizationId, id);
    if (!row) throw common.NOT_FOUND();
    actor.require('services.read', row.siteId);
    const lines = await this.batches.lines(actor.organizationId, id);
    const names = await this.names(actor, row.siteId, lines.flatMap(({ personId }) => personId ?? []));
    const [view] = await this.views(actor, [row], names);
    if (!view) throw common.NOT_FOUND();
    const fields = [...(names.size > 0 ? ['names'] : []), ...(view.note === null ? [] : ['note'])];
    await this.audit.record({ action: 'service.listed', recordType: 'service_batch', recordId: id, siteId: row.siteId, fields });
    return { ...view, lines: lines.map((line) => toEntryView(line, names)) };
  }

  private async names(actor: Actor, siteId: string, personIds: readonly string[]): Promise<Map<string, string>> {
    if (personIds.length === 0 || !servicesPolicy.seesNames(actor, siteId)) return new Map();
    const opened = await this.people.openPersons(personIds);
    return new Map([...opened].map(([id, { identity }]) => [id, fullName(identity)]));
  }

  private async views(actor: Actor, rows: readonly BatchRow[], names: ReadonlyMap<string, string>): Promise<ServiceBatchView[]> {
    const notes = await this.notes.open(rows.filter(({ siteId }) => servicesPolicy.seesNames(actor, siteId)));
    return rows.map((row) => toBatchView(actor, row, (row.targetId && names.get(row.targetId)) || row.openName, notes.get(row.id) ?? null));
  }
}

function toBatchView(actor: Actor, row: BatchRow, targetName: string | null, note: string | null): ServiceBatchView {
  const { id, siteId, kindId, target, targetId, servedOn, entries, people, quantity, overLimit, reversed, reversalReason, recordedAt, recordedByName } = row;
  return {
    id, siteId, kindId, target, targetId, targetName, servedOn, entries, people, quantity, overLimit, reversed, reversalReason, note, recordedAt, recordedByName,
    mayReverse: reversed < entries && servicesPolicy.mayReverse(actor, row),
  };
}

function toEntryView(row: EntryRow, names: ReadonlyMap<string, string>): ServiceEntryView {
  const { id, personId, partyId, staffUserId, servedOn, servedAt, quantity, people, overLimitReason, reversedAt, reversalReason } = row;
  const personName = (personId && names.get(personId)) || null;
  return { id, personId, personName, partyId, staffUserId, servedOn, servedAt, quantity, people, overLimitReason, reversedAt, reversalReason };
}
