import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { Tx } from '../../platform/database/tx';
import { ServiceLog } from '../../services/service-log.service';
import { ServiceReversals } from '../../services/service-reversals.service';
import { CaseNoteReader, type NoteAtHand } from './case-note-reader';
import type { NoteView } from './case-notes.dto';
import { noteProblems } from './case-notes.errors';
import { CaseNotesRepository } from './case-notes.repository';

/** The worker's own time entry for a contact. It is a line of the service ledger, so that hours of work come from one place. */
@Injectable()
export class CaseNoteTimes {
  constructor(
    private readonly tx: Tx,
    private readonly notes: CaseNotesRepository,
    private readonly reader: CaseNoteReader,
    private readonly log: ServiceLog,
    private readonly reversals: ServiceReversals,
    private readonly audit: Audit,
  ) {}

  /** Records the duration of the author's own signed note as her working time, once. */
  async record(actor: Actor, id: string): Promise<NoteView> {
    const { note, found } = await this.own(actor, id);
    if (note.minutes === null) throw noteProblems.NOTE_WITHOUT_MINUTES();
    if (note.timeOfContact) throw noteProblems.NOTE_TIME_RECORDED();
    const kindId = await this.laborKind(actor.organizationId, note.contactOn);
    const quantity = Math.round((note.minutes / 60) * 100) / 100;
    const { id: batchId } = await this.log.log(actor, { siteId: found.siteId, kindId, servedOn: note.contactOn, quantity });
    await this.notes.keepTime(id, batchId);
    await this.audit.record({ action: 'case_note.time_recorded', recordType: 'case_note', recordId: id, siteId: found.siteId });
    return this.reader.opened(actor, found, id);
  }

  /** Takes the recorded time back by a reversal in the ledger. */
  async undo(actor: Actor, id: string): Promise<NoteView> {
    const { note, found } = await this.own(actor, id);
    if (note.time === null) throw noteProblems.NOTE_TIME_NOT_RECORDED();
    await this.reversals.reverseBatch(actor, note.time.batchId, { reason: 'entry_mistake' });
    await this.audit.record({ action: 'case_note.time_undone', recordType: 'case_note', recordId: id, siteId: found.siteId });
    return this.reader.opened(actor, found, id);
  }

  /** The author's own signed note, held so that two windows do not record its time twice. */
  private async own(actor: Actor, id: string): Promise<NoteAtHand> {
    await this.notes.hold(id);
    const atHand = await this.reader.requireWork(actor, id);
    if (atHand.note.authorId !== actor.userId) throw noteProblems.NOTE_NOT_YOURS();
    if (atHand.note.signedAt === null) throw noteProblems.NOTE_NOT_SIGNED();
    return atHand;
  }

  private async laborKind(organizationId: string, on: string): Promise<string> {
    const [kind] = await this.tx.rows<{ id: string }>(LABOR_KIND, [organizationId, on]);
    if (!kind) throw noteProblems.NOTE_NO_LABOR_KIND();
    return kind.id;
  }
}

const LABOR_KIND = `
  select id from service_kinds
   where organization_id = $1 and category = 'labor' and subject = 'staff' and (retired_on is null or retired_on > $2::date)
   order by (code = 'labor_hours') desc, position, id limit 1`;
