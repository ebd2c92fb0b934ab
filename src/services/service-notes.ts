import { Injectable } from '@nestjs/common';
import { Sealing, type SubjectKey } from '../platform/sealing/sealing.service';
import type { BatchTarget } from './service-batch.entity';

/** What decides under which key a note lies. */
export interface NotedBatch {
  id: string;
  target: BatchTarget;
  targetId: string | null;
}

const NOTE_PLACE = 'service_batches.note_sealed';

/** Notes on logged services: about one person under that person's key, so that forgetting them forgets the note; else under the organization's. */
@Injectable()
export class ServiceNotes {
  constructor(private readonly sealing: Sealing) {}

  /** Seals a note for its batch. */
  async seal(batch: NotedBatch, note: string): Promise<Buffer> {
    const personId = personOf(batch);
    const key = personId === null ? await this.sealing.organization() : (await this.sealing.subjects([personId])).get(personId);
    if (!key) throw new Error('a person has no key');
    return key.seal(NOTE_PLACE, batch.id, note);
  }

  /** Opens the notes of batches: id → note. A note about somebody who was forgotten is missing. */
  async open(batches: readonly (NotedBatch & { noteSealed: Buffer | null })[]): Promise<Map<string, string>> {
    const noted = batches.flatMap(({ noteSealed, ...batch }) => (noteSealed === null ? [] : [{ ...batch, noteSealed }]));
    if (noted.length === 0) return new Map();
    const own = await this.sealing.organization();
    const keys = await this.sealing.subjects(noted.flatMap((batch) => personOf(batch) ?? []));
    const keyOf = (batch: NotedBatch): SubjectKey | undefined => {
      const personId = personOf(batch);
      return personId === null ? own : keys.get(personId);
    };
    return new Map(
      noted.flatMap((batch) => {
        const key = keyOf(batch);
        return key ? [[batch.id, key.open<string>(NOTE_PLACE, batch.id, batch.noteSealed)] as const] : [];
      }),
    );
  }
}

function personOf({ target, targetId }: NotedBatch): string | null {
  return target === 'person' ? targetId : null;
}
