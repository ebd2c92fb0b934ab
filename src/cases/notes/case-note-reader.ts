import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Clock, daysBetween, localDate } from '../../platform/clock/clock';
import { common } from '../../platform/errors/problem';
import { Sealing, type SubjectKey } from '../../platform/sealing/sealing.service';
import { servicesPolicy } from '../../services/services.policy';
import { CaseAccess, type CaseAtHand } from '../case-access';
import { casesPolicy } from '../cases.policy';
import { NOTE_PLACE, type NoteBody } from './case-note.entity';
import type { NoteOffer, NoteView } from './case-notes.dto';
import { CaseNotesRepository, type NoteRow } from './case-notes.repository';

/** A note with the case it is on. */
export interface NoteAtHand {
  note: NoteRow;
  found: CaseAtHand;
}

/** Finds notes and opens their texts for those who may read them. */
@Injectable()
export class CaseNoteReader {
  constructor(
    private readonly notes: CaseNotesRepository,
    private readonly access: CaseAccess,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** A note and its case, when the actor may read it. */
  async require(actor: Actor, id: string): Promise<NoteAtHand> {
    const note = await this.notes.find(id);
    if (!note) throw common.NOT_FOUND();
    return { note, found: await this.access.require(actor, 'read', note.caseId) };
  }

  /** A note and its case, when the actor may work on it. A closed case lets drafts be finished and notes be corrected. */
  async requireWork(actor: Actor, id: string): Promise<NoteAtHand> {
    const atHand = await this.require(actor, id);
    if (!casesPolicy.allows(actor, 'work', atHand.found)) throw common.NOT_ALLOWED();
    return atHand;
  }

  /** The key under which the texts of a case lie. */
  async keyOf(caseId: string): Promise<SubjectKey> {
    const key = (await this.sealing.subjects([caseId])).get(caseId);
    if (!key) throw common.NOT_FOUND();
    return key;
  }

  /** Notes of one case with their texts. */
  async open(actor: Actor, found: CaseAtHand, rows: readonly NoteRow[]): Promise<NoteView[]> {
    if (rows.length === 0) return [];
    const key = await this.keyOf(found.id);
    return rows.map((row) => this.toView(actor, found, row, key.open<NoteBody>(NOTE_PLACE, row.id, row.bodySealed)));
  }

  /** One note with its text, as it is now. */
  async opened(actor: Actor, found: CaseAtHand, id: string): Promise<NoteView> {
    const row = await this.notes.find(id);
    const [view] = await this.open(actor, found, row ? [row] : []);
    if (!view) throw common.NOT_FOUND();
    return view;
  }

  private toView(actor: Actor, found: CaseAtHand, row: NoteRow, { sections, othersPresent }: NoteBody): NoteView {
    const { id, caseId, contactOn, recordedAt, mode, language, interpreter, minutes, participantIds, format, compartment, authorId, authorName, version, savedAt, signedAt, correctsId } = row;
    return {
      id, caseId, contactOn, recordedAt, mode, language, interpreter, minutes, participantIds, othersPresent, format, sections, compartment, authorId, authorName, version, savedAt, signedAt, correctsId,
      daysLate: Math.max(0, daysBetween(contactOn, localDate(signedAt ?? this.clock.now(), found.timeZone))),
      cosignatures: row.cosignatures.map(({ userId, name, askedAt, signedAt: at }) => ({ userId, name, askedAt: new Date(askedAt), signedAt: at === null ? null : new Date(at) })),
      time: row.time && { batchId: row.time.batchId, hours: row.time.hours },
      offers: offersOf(actor, found, row),
    };
  }
}

function offersOf(actor: Actor, found: CaseAtHand, { authorId, signedAt, minutes, cosignatures, time, timeOfContact }: NoteRow): NoteOffer[] {
  const own = authorId === actor.userId;
  const supervises = casesPolicy.allows(actor, 'supervise', found);
  if (!casesPolicy.allows(actor, 'work', found)) return [];
  if (signedAt === null) return own ? ['edit', 'sign', 'discard'] : [];
  const mine = cosignatures.find(({ userId }) => userId === actor.userId);
  const offered: Partial<Record<NoteOffer, boolean>> = {
    correct: true,
    ask_cosign: own || supervises,
    cosign: !own && (mine === undefined ? supervises : mine.signedAt === null),
    record_time: own && minutes !== null && !timeOfContact && actor.can('services.log', found.siteId),
    undo_time: own && time !== null && servicesPolicy.mayReverse(actor, { siteId: found.siteId, recordedBy: time.recordedBy, age: time.age }),
  };
  return (Object.keys(offered) as NoteOffer[]).filter((offer) => offered[offer]);
}
