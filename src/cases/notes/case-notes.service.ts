import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { Clock } from '../../platform/clock/clock';
import { common, invalid } from '../../platform/errors/problem';
import type { PageQuery } from '../../platform/http/page-query.dto';
import { CaseAccess, type CaseAtHand } from '../case-access';
import { CaseNoteReader } from './case-note-reader';
import { NOTE_PLACE, type NoteBody, type NoteFormat } from './case-note.entity';
import type { NotePage, NoteSections, NoteView, SaveNoteDraft, WriteNote } from './case-notes.dto';
import { noteProblems } from './case-notes.errors';
import { CaseNotesRepository, type DraftRow } from './case-notes.repository';

const USUAL_PAGE = 20;

const sectionsOf: Record<NoteFormat, readonly (keyof NoteSections)[]> = {
  free: ['text'],
  dap: ['data', 'assessment', 'plan'],
  soap: ['subjective', 'objective', 'assessment', 'plan'],
};

/** Notes on a case: drafts of their author, signed for good, corrected by further notes. */
@Injectable()
export class CaseNotes {
  constructor(
    private readonly access: CaseAccess,
    private readonly notes: CaseNotesRepository,
    private readonly reader: CaseNoteReader,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The notes of a case with what corrects them, the newest contact first. */
  async list(actor: Actor, caseId: string, { after, limit = USUAL_PAGE }: PageQuery): Promise<NotePage> {
    const found = await this.access.require(actor, 'read', caseId);
    const rows = await this.notes.page(caseId, after ?? null, limit + 1);
    const shown = rows.slice(0, limit);
    const corrections = await this.reader.open(actor, found, await this.notes.corrections(shown.map(({ id }) => id)));
    const views = await this.reader.open(actor, found, shown);
    if (views.length > 0) await this.audit.record({ action: 'case_note.listed', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: ['body'] });
    return {
      items: views.map((view) => ({ ...view, corrections: corrections.filter(({ correctsId }) => correctsId === view.id) })),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      mayWrite: this.access.offers(actor, found).includes('work'),
      compartments: await this.notes.compartments(caseId),
    };
  }

  /** One note, to go on with it. */
  async get(actor: Actor, id: string): Promise<NoteView> {
    const { found } = await this.reader.require(actor, id);
    const view = await this.reader.opened(actor, found, id);
    await this.audit.record({ action: 'case_note.listed', recordType: 'case_note', recordId: id, siteId: found.siteId, fields: ['body'] });
    return view;
  }

  /** Writes a note: a draft, or signed at once. */
  async write(actor: Actor, caseId: string, body: WriteNote): Promise<NoteView> {
    const found = await this.access.require(actor, 'work', caseId);
    return this.begin(actor, found, body, null);
  }

  /** Writes a note that corrects a signed one. It lies in the same part of the case; both are shown together. */
  async correct(actor: Actor, id: string, body: WriteNote): Promise<NoteView> {
    const { note, found } = await this.reader.requireWork(actor, id);
    if (note.signedAt === null) throw noteProblems.NOTE_NOT_SIGNED();
    return this.begin(actor, found, { ...body, compartment: note.compartment ?? undefined }, note.correctsId ?? note.id);
  }

  /** Saves a draft; refused when another window saved it meanwhile. */
  async save(actor: Actor, id: string, body: SaveNoteDraft): Promise<NoteView> {
    const { note, found } = await this.reader.requireWork(actor, id);
    if (note.signedAt !== null) throw noteProblems.NOTE_SIGNED();
    const kept = note.correctsId === null ? body : { ...body, compartment: note.compartment ?? undefined };
    const row = await this.draft(found, id, kept, note.correctsId);
    if (!(await this.notes.update(row, body.version, this.clock.now()))) throw await this.whyNot(id);
    await this.people(row, body.participantIds ?? []);
    if (body.sign === true) await this.putName(found, row, body, body.version + 1);
    return this.reader.opened(actor, found, id);
  }

  /** Signs a draft as it was read last. */
  async sign(actor: Actor, id: string, version: number): Promise<NoteView> {
    const { note, found } = await this.reader.requireWork(actor, id);
    if (note.signedAt !== null) throw noteProblems.NOTE_SIGNED();
    const { sections } = await this.reader.opened(actor, found, id);
    await this.putName(found, note, { sections }, version);
    return this.reader.opened(actor, found, id);
  }

  /** Throws a draft away. */
  async discard(actor: Actor, id: string): Promise<void> {
    const { note, found } = await this.reader.requireWork(actor, id);
    if (note.signedAt !== null) throw noteProblems.NOTE_SIGNED();
    if (!(await this.notes.discard(id))) throw noteProblems.NOTE_SIGNED();
    await this.audit.record({ action: 'case_note.discarded', recordType: 'case_note', recordId: id, siteId: found.siteId });
  }

  private async begin(actor: Actor, found: CaseAtHand, body: WriteNote, correctsId: string | null): Promise<NoteView> {
    const row = await this.draft(found, await this.notes.newId(), body, correctsId);
    await this.notes.insert(row, this.clock.now());
    await this.people(row, body.participantIds ?? []);
    const action = correctsId === null ? 'case_note.drafted' : 'case_note.corrected';
    await this.audit.record({ action, recordType: 'case_note', recordId: row.id, siteId: found.siteId });
    if (body.sign === true) await this.putName(found, row, body, 1);
    return this.reader.opened(actor, found, row.id);
  }

  private async putName(found: CaseAtHand, { id }: Pick<DraftRow, 'id'>, { sections }: Pick<WriteNote, 'sections'>, version: number): Promise<void> {
    if (!Object.values(sections).some((text: unknown) => typeof text === 'string' && text.trim() !== '')) throw noteProblems.NOTE_EMPTY();
    if (!(await this.notes.sign(id, version, this.clock.now()))) throw await this.whyNot(id);
    await this.audit.record({ action: 'case_note.signed', recordType: 'case_note', recordId: id, siteId: found.siteId });
  }

  private async draft(found: CaseAtHand, id: string, body: WriteNote, correctsId: string | null): Promise<DraftRow> {
    const { contactOn, mode, format, sections } = body;
    if (contactOn > this.clock.today(found.timeZone)) throw invalid('contactOn', 'This day has not come yet at the site.');
    if (contactOn < found.openedOn) throw invalid('contactOn', 'This is before the case was opened. Check the date.');
    const compartment = body.compartment ?? null;
    if (compartment !== null && !(await this.notes.compartments(found.id)).includes(compartment)) throw noteProblems.NOTE_COMPARTMENT_SHUT();
    const written = sectionsOf[format].flatMap((name) => (sections[name] ? [[name, sections[name]] as const] : []));
    const text: NoteBody = { sections: Object.fromEntries(written), othersPresent: body.othersPresent?.trim() || null };
    const bodySealed = (await this.reader.keyOf(found.id)).seal(NOTE_PLACE, id, text);
    return {
      id, caseId: found.id, compartment, contactOn, mode, format, bodySealed, correctsId,
      language: body.language ?? null, interpreter: body.interpreter ?? 'none', minutes: body.minutes ?? null,
    };
  }

  private async people({ id, caseId, compartment }: DraftRow, personIds: readonly string[]): Promise<void> {
    if ((await this.notes.setPeople(id, caseId, compartment, personIds)) < personIds.length) throw noteProblems.NOTE_NOT_A_MEMBER();
  }

  private async whyNot(id: string): Promise<Error> {
    const row = await this.notes.find(id);
    if (!row) return common.NOT_FOUND();
    return row.signedAt === null ? noteProblems.NOTE_CHANGED({ version: row.version }) : noteProblems.NOTE_SIGNED();
  }
}
