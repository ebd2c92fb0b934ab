import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Clock } from '../../platform/clock/clock';
import type { UnsignedList, UnsignedQuery, UnsignedView } from './case-notes.dto';
import { CaseNotesRepository, type UnsignedRow } from './case-notes.repository';

/** A note is expected to be signed within this many days. */
export const USUAL_DAYS_TO_SIGN = 3;

const DAY = 86_400_000;

/** Tells supervisors whose notes wait for a signature: how many on which case, never what is in them. */
@Injectable()
export class UnsignedNotes {
  constructor(
    private readonly notes: CaseNotesRepository,
    private readonly clock: Clock,
  ) {}

  /** Drafts older than some days on the cases that the actor supervises. */
  async list(actor: Actor, { days = USUAL_DAYS_TO_SIGN }: UnsignedQuery): Promise<UnsignedList> {
    const rows = await this.notes.unsigned(new Date(this.clock.now().getTime() - days * DAY));
    return { items: rows.filter(({ siteId }) => actor.can('cases.supervise', siteId)).map(toUnsignedView) };
  }
}

function toUnsignedView({ caseId, caseCode, authorId, authorName, notes, since }: UnsignedRow): UnsignedView {
  return { caseId, caseCode, authorId, authorName, notes, since };
}
