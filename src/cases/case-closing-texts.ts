import { Injectable } from '@nestjs/common';
import { common } from '../platform/errors/problem';
import { Sealing, type SubjectKey } from '../platform/sealing/sealing.service';
import { CLOSING_PLACE, type ClosingText } from './case-closing.entity';
import type { CaseEventKind } from './case-event.entity';
import { CaseEvents } from './case-events.service';
import type { ClosingRow } from './case-closings.repository';

/** What is written when a case closes, sealed under the key of the case, and the line in its history. */
@Injectable()
export class CaseClosingTexts {
  constructor(
    private readonly sealing: Sealing,
    private readonly events: CaseEvents,
  ) {}

  /** Seals the texts of a closing. */
  async seal(caseId: string, closingId: string, text: ClosingText): Promise<Buffer> {
    return (await this.key(caseId)).seal(CLOSING_PLACE, closingId, text);
  }

  /** Opens the texts of closings of one case. */
  async open(caseId: string, rows: readonly ClosingRow[]): Promise<Map<string, ClosingText>> {
    if (rows.length === 0) return new Map();
    const key = await this.key(caseId);
    return new Map(rows.map(({ id, sealed }) => [id, key.open<ClosingText>(CLOSING_PLACE, id, sealed)]));
  }

  /** The texts of a closing in force, sealed for the case itself. */
  async forCase(closing: ClosingRow): Promise<Buffer> {
    const key = await this.key(closing.caseId);
    return key.seal('cases.closing_sealed', closing.caseId, key.open<ClosingText>(CLOSING_PLACE, closing.id, closing.sealed));
  }

  /** Writes into the history of the case what happened. */
  happened(caseId: string, kind: CaseEventKind, reason: string | null = null): Promise<void> {
    return this.events.record(caseId, kind, { reason });
  }

  private async key(caseId: string): Promise<SubjectKey> {
    const key = (await this.sealing.subjects([caseId])).get(caseId);
    if (!key) throw common.NOT_FOUND();
    return key;
  }
}
