import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { ledgerLock } from '../platform/database/ledger-lock';
import { Tx } from '../platform/database/tx';
import { common, invalid } from '../platform/errors/problem';
import { ServedPeople, type LoggedKind } from './served-people.repository';
import { servedMoment } from './served-moment';
import type { LoggedServiceView, LogService } from './service-batches.dto';
import { ServiceLedger, type BatchDraft, type WrittenBatch } from './service-ledger.repository';
import { ServiceNotes } from './service-notes';
import { serviceProblems } from './services.errors';
import { WhoIsServed, type Pointed } from './who-is-served';

/** Writes down what was given to whom. */
@Injectable()
export class ServiceLog {
  constructor(
    private readonly tx: Tx,
    private readonly people: ServedPeople,
    private readonly who: WhoIsServed,
    private readonly ledger: ServiceLedger,
    private readonly notes: ServiceNotes,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Logs one kind of service for people, parties, a room, the house, a count or a colleague. A limit of the catalogue warns: the
   * request is refused with who passes which limit, and goes through when it is repeated with a reason.
   */
  async log(actor: Actor, body: LogService): Promise<LoggedServiceView> {
    actor.require('services.log', body.siteId);
    const kind = await this.people.kindAt(actor.organizationId, body.kindId, body.siteId);
    if (!kind) throw common.NOT_FOUND();
    const { servedOn, servedAt } = servedMoment(body.servedOn, body.servedTime, this.clock.now(), kind.timeZone);
    if (kind.retiredOn !== null && servedOn >= kind.retiredOn) throw serviceProblems.SERVICE_KIND_RETIRED({ retiredOn: kind.retiredOn });
    const quantity = quantityOf(kind, body);
    const pointed = await this.who.of(actor, kind, body, servedOn);

    const { siteId, note } = body;
    const { target, targetId, served } = pointed;
    const { batchId, id: kindId, maxPerDay, minIntervalMinutes } = kind;
    const noteSealed = note === undefined ? null : await this.notes.seal({ id: batchId, target, targetId }, note);
    await ledgerLock(this.tx);
    await this.lockLimited(kind, pointed);
    const overrideReason = body.overrideReason ?? null;
    const draft = { id: batchId, siteId, kindId, target, targetId, servedOn, servedAt, noteSealed, quantity, served, maxPerDay, minIntervalMinutes, overrideReason };
    const written = await this.ledger.write(draft);
    if (written.recordedAt === null) throw serviceProblems.SERVICE_OVER_LIMIT({ over: written.over.map((one) => ({ ...one, allowed: allowedBy(kind, one.limit) })) });
    await this.audit.record({ action: 'service.logged', recordType: 'service_batch', recordId: batchId, siteId, reason: written.over.length > 0 ? overrideReason : null });
    return loggedView(draft, written, written.recordedAt);
  }

  private async lockLimited({ id, maxPerDay, minIntervalMinutes }: LoggedKind, { served }: Pointed): Promise<void> {
    if (maxPerDay === null && minIntervalMinutes === null) return;
    const subjectIds = served.flatMap(({ personId, staffUserId }) => personId ?? staffUserId ?? []);
    if (subjectIds.length > 0) await this.ledger.lockServed(id, subjectIds);
  }
}

/** How much each line says: a count of unnamed people gets as many as they are, a session for a count stays one. */
function quantityOf({ subject }: LoggedKind, { quantity = 1, headcount }: LogService): number {
  if (subject !== 'staff' && !Number.isInteger(quantity)) throw invalid('quantity', 'Write a whole number.');
  return subject === 'person' && headcount !== undefined ? quantity * headcount : quantity;
}

function allowedBy({ maxPerDay, minIntervalMinutes }: LoggedKind, limit: 'most_per_day' | 'interval'): number {
  return (limit === 'most_per_day' ? maxPerDay : minIntervalMinutes) ?? 0;
}

function loggedView(draft: BatchDraft, { over }: WrittenBatch, recordedAt: Date): LoggedServiceView {
  const { id, siteId, kindId, target, targetId, servedOn, served, quantity } = draft;
  return {
    id, siteId, kindId, target, targetId, servedOn, recordedAt,
    entries: served.length,
    people: served.reduce((sum, { people }) => sum + people, 0),
    quantity: Math.round(quantity * served.length * 100) / 100,
    overLimit: over.length,
  };
}
