import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';
import type { Compartment } from '../case-compartment-grant.entity';
import type { CaseNote } from './case-note.entity';

/** What is written of a draft. */
export type DraftRow = Pick<CaseNote, 'id' | 'caseId' | 'compartment' | 'contactOn' | 'mode' | 'language' | 'interpreter' | 'minutes' | 'format' | 'bodySealed' | 'correctsId'>;

/** A note as it lies in the database, with who was there, who co-signed and what time the reader recorded. */
export type NoteRow = DraftRow & Pick<CaseNote, 'authorId' | 'recordedAt' | 'version' | 'savedAt' | 'signedAt'> & {
  authorName: string;
  participantIds: string[];
  cosignatures: { userId: string; name: string; askedAt: string; signedAt: string | null }[];
  /** Standing hours in the service ledger; `age` in minutes. */
  time: { batchId: string; hours: number; recordedBy: string | null; age: number } | null;
  /** Whether the reader recorded the time of this contact from this note, or from one that it corrects or that corrects it. */
  timeOfContact: boolean;
};

/** Drafts that somebody has not signed. */
export interface UnsignedRow {
  caseId: string;
  caseCode: string;
  siteId: string;
  authorId: string;
  authorName: string;
  notes: number;
  since: Date;
}

/** Named queries of notes. Row level security leaves out other people's drafts, sealed cases and shut compartments. */
@Injectable()
export class CaseNotesRepository {
  constructor(private readonly tx: Tx) {}

  /** An id for a new note; ids grow with time, so notes of one day stay in their order. */
  async newId(): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>('select uuidv7() as id');
    return row?.id ?? '';
  }

  /** Writes a draft of the acting user. */
  async insert(row: DraftRow, at: Date): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    const { id, caseId, compartment, contactOn, mode, language, interpreter, minutes, format, bodySealed, correctsId } = row;
    await this.tx.write(INSERT, [organizationId, userId, id, caseId, compartment, contactOn, mode, language, interpreter, minutes, format, bodySealed, correctsId, at]);
  }

  /** Writes over a draft that still has this version; tells whether it did. */
  async update(row: DraftRow, version: number, at: Date): Promise<boolean> {
    const { organizationId, userId } = this.tx.scope;
    const { id, compartment, contactOn, mode, language, interpreter, minutes, format, bodySealed } = row;
    const parameters = [organizationId, userId, id, version, compartment, contactOn, mode, language, interpreter, minutes, format, bodySealed, at];
    return (await this.tx.write(UPDATE, parameters)) === 1;
  }

  /** Says who was there, instead of whoever was said before; tells how many of them are or were members of the case. */
  async setPeople(noteId: string, caseId: string, compartment: Compartment | null, personIds: readonly string[]): Promise<number> {
    const { organizationId } = this.tx.scope;
    await this.tx.write('delete from case_note_people where organization_id = $1 and note_id = $2', [organizationId, noteId]);
    return personIds.length === 0 ? 0 : this.tx.write(INSERT_PEOPLE, [organizationId, noteId, caseId, compartment, personIds]);
  }

  /** Signs a draft that still has this version; of two who try at once, one does. */
  async sign(id: string, version: number, at: Date): Promise<boolean> {
    const { organizationId, userId } = this.tx.scope;
    return (await this.tx.write(SIGN, [organizationId, userId, id, version, at])) === 1;
  }

  /** Takes a draft away with who was there; tells whether there was one. */
  async discard(id: string): Promise<boolean> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write('delete from case_note_people where organization_id = $1 and note_id = $2', [organizationId, id]);
    return (await this.tx.write('delete from case_notes where organization_id = $1 and id = $3 and author_id = $2 and signed_at is null', [organizationId, userId, id])) === 1;
  }

  /** One note, or null. */
  async find(id: string): Promise<NoteRow | null> {
    const { organizationId, userId } = this.tx.scope;
    const [row] = await this.tx.rows<NoteRow>(ONE, [organizationId, userId, id]);
    return row ?? null;
  }

  /** The notes of a case that correct nothing, the newest contact first. */
  page(caseId: string, after: string | null, limit: number): Promise<NoteRow[]> {
    const { organizationId, userId } = this.tx.scope;
    return this.tx.rows(NOTES_PAGE, [organizationId, userId, caseId, after, limit]);
  }

  /** What corrects these notes, the first correction first. */
  corrections(noteIds: readonly string[]): Promise<NoteRow[]> {
    const { organizationId, userId } = this.tx.scope;
    return noteIds.length === 0 ? Promise.resolve([]) : this.tx.rows(CORRECTIONS, [organizationId, userId, noteIds]);
  }

  /** The compartments of a case that the acting user was let into. */
  async compartments(caseId: string): Promise<Compartment[]> {
    const { organizationId, userId } = this.tx.scope;
    const rows = await this.tx.rows<{ compartment: Compartment }>(COMPARTMENTS, [organizationId, userId, caseId]);
    return rows.map(({ compartment }) => compartment);
  }

  /** Drafts that were begun before a moment and are not signed, by case and author. */
  unsigned(before: Date): Promise<UnsignedRow[]> {
    return this.tx.rows(UNSIGNED, [this.tx.scope.organizationId, before]);
  }

  /** Keeps where in the service ledger the time of a note stands. */
  async keepTime(noteId: string, batchId: string): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(KEEP_TIME, [organizationId, userId, noteId, batchId]);
  }

  /** Holds a note with what it corrects and what corrects it, so that nobody else works on them until the transaction ends. */
  async hold(id: string): Promise<void> {
    await this.tx.rows(HOLD, [this.tx.scope.organizationId, id]);
  }
}

const INSERT = `
  insert into case_notes (organization_id, author_id, id, case_id, compartment, contact_on, mode, language, interpreter, minutes, format, body_sealed, corrects_id, recorded_at, saved_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`;
const UPDATE = `
  update case_notes set compartment = $5, contact_on = $6, mode = $7, language = $8, interpreter = $9, minutes = $10, format = $11, body_sealed = $12, saved_at = $13,
         version = version + 1
   where organization_id = $1 and author_id = $2 and id = $3 and version = $4 and signed_at is null`;
const INSERT_PEOPLE = `
  insert into case_note_people (organization_id, note_id, case_id, compartment, person_id)
  select distinct $1::uuid, $2::uuid, $3::uuid, $4::text, member.person_id
    from case_members member where member.organization_id = $1 and member.case_id = $3 and member.person_id = any ($5::uuid[])`;
const SIGN = `
  update case_notes set signed_at = $5, signed_by = $2, version = version + 1
   where organization_id = $1 and author_id = $2 and id = $3 and version = $4 and signed_at is null`;
const HOLD = `
  select from case_notes where organization_id = $1 and id = (select coalesce(corrects_id, id) from case_notes where organization_id = $1 and id = $2) for update`;
const KEEP_TIME = `
  insert into case_note_times (organization_id, case_id, compartment, note_id, user_id, batch_id)
  select $1, note.case_id, note.compartment, note.id, $2, $4 from case_notes note where note.organization_id = $1 and note.id = $3`;
const COMPARTMENTS = `
  select compartment from case_compartment_grants where organization_id = $1 and user_id = $2 and case_id = $3 and ended_at is null order by compartment`;
const UNSIGNED = `
  select waiting.case_id as "caseId", found.code as "caseCode", found.site_id as "siteId", waiting.author_id as "authorId", author.full_name as "authorName",
         waiting.notes::int as notes, waiting.since
    from sec.unsigned_notes($2) waiting
    join cases found on found.organization_id = $1 and found.id = waiting.case_id
    join users author on author.organization_id = $1 and author.id = waiting.author_id
   order by waiting.since, waiting.case_id
   limit 200`;

/** $1 organization, $2 reader. */
const NOTE = `
  note.id, note.case_id as "caseId", note.compartment, note.author_id as "authorId", author.full_name as "authorName", note.contact_on::text as "contactOn",
  note.recorded_at as "recordedAt", note.mode, note.language, note.interpreter, note.minutes, note.format, note.body_sealed as "bodySealed",
  note.corrects_id as "correctsId", note.version, note.saved_at as "savedAt", note.signed_at as "signedAt",
  coalesce((select array_agg(there.person_id order by there.person_id) from case_note_people there
             where there.organization_id = $1 and there.note_id = note.id), '{}') as "participantIds",
  coalesce((select jsonb_agg(jsonb_build_object('userId', cosigner.id, 'name', cosigner.full_name, 'askedAt', under.asked_at, 'signedAt', under.signed_at) order by under.id)
              from case_note_cosignatures under join users cosigner on cosigner.organization_id = $1 and cosigner.id = under.user_id
             where under.organization_id = $1 and under.note_id = note.id), '[]') as cosignatures,
  (select jsonb_build_object('batchId', batch.id, 'hours', entry.quantity, 'recordedBy', batch.recorded_by,
                             'age', extract(epoch from clock_timestamp() - batch.recorded_at) / 60)
     from case_note_times kept
     join service_batches batch on batch.organization_id = $1 and batch.id = kept.batch_id
     join service_entries entry on entry.organization_id = $1 and entry.batch_id = kept.batch_id and entry.reverses_id is null
    where kept.organization_id = $1 and kept.note_id = note.id and kept.user_id = $2
      and not exists (select from service_entries reversal where reversal.organization_id = $1 and reversal.reverses_id = entry.id)
    order by kept.id desc limit 1) as time,
  exists (select from (select coalesce(note.corrects_id, note.id) as id
                       union all
                       select chained.id from case_notes chained where chained.organization_id = $1 and chained.corrects_id = coalesce(note.corrects_id, note.id)) chain
            join case_note_times kept on kept.organization_id = $1 and kept.note_id = chain.id and kept.user_id = $2
            join service_entries entry on entry.organization_id = $1 and entry.batch_id = kept.batch_id and entry.reverses_id is null
           where not exists (select from service_entries reversal where reversal.organization_id = $1 and reversal.reverses_id = entry.id)) as "timeOfContact"`;
const NOTES = `from case_notes note join users author on author.organization_id = $1 and author.id = note.author_id where note.organization_id = $1`;
const ONE = `select ${NOTE} ${NOTES} and note.id = $3`;
export const NOTES_PAGE = `
  select ${NOTE} ${NOTES} and note.case_id = $3 and note.corrects_id is null
     and ($4::uuid is null or (note.contact_on, note.id) < (select last.contact_on, last.id from case_notes last where last.organization_id = $1 and last.id = $4))
   order by note.contact_on desc, note.id desc limit $5`;
export const CORRECTIONS = `select ${NOTE} ${NOTES} and note.corrects_id = any ($3::uuid[]) order by note.recorded_at, note.id`;
