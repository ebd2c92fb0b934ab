import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { ledgerLock } from '../platform/database/ledger-lock';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { ServiceBatches, type ReversibleRow } from './service-batches.repository';
import type { ReversalView, ReverseService } from './service-batches.dto';
import { ServiceLedger } from './service-ledger.repository';
import { ServiceNotes } from './service-notes';
import { serviceProblems } from './services.errors';
import { servicesPolicy } from './services.policy';

/** Takes back what was logged by mistake: the lines stay, others with the opposite quantity are added, once. */
@Injectable()
export class ServiceReversals {
  constructor(
    private readonly tx: Tx,
    private readonly batches: ServiceBatches,
    private readonly ledger: ServiceLedger,
    private readonly notes: ServiceNotes,
    private readonly audit: Audit,
  ) {}

  /** Takes back everything that still stands of a batch. */
  async reverseBatch(actor: Actor, batchId: string, body: ReverseService): Promise<ReversalView> {
    return this.reverse(actor, await this.batches.reversible(actor.organizationId, batchId), null, body);
  }

  /** Takes back one line. */
  async reverseEntry(actor: Actor, entryId: string, body: ReverseService): Promise<ReversalView> {
    return this.reverse(actor, await this.batches.reversibleLine(actor.organizationId, entryId), entryId, body);
  }

  private async reverse(actor: Actor, found: ReversibleRow | null, entryId: string | null, { reason, note }: ReverseService): Promise<ReversalView> {
    if (!found) throw common.NOT_FOUND();
    const { batchId, siteId, target, targetId } = found;
    actor.require('services.log', siteId);
    if (found.isReversal) throw serviceProblems.SERVICE_IS_A_REVERSAL();
    if (!servicesPolicy.mayReverse(actor, found)) throw serviceProblems.SERVICE_REVERSAL_NOT_YOURS();
    const id = await this.ledger.newId();
    const noteSealed = note === undefined ? null : await this.notes.seal({ id, target, targetId }, note);
    await ledgerLock(this.tx);
    const entries = await this.ledger.reverse({ id, batchId, entryId, reason, noteSealed });
    if (entries === 0) throw serviceProblems.SERVICE_REVERSED_ALREADY();
    const record = entryId === null ? { recordType: 'service_batch', recordId: batchId } : { recordType: 'service_entry', recordId: entryId };
    await this.audit.record({ action: 'service.reversed', ...record, siteId, reason });
    return { id, reversesBatchId: batchId, entries };
  }
}
