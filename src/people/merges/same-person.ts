import { Injectable } from '@nestjs/common';
import { MergesRepository } from './merges.repository';

/** Tells the other rooms which records are about the same person. */
@Injectable()
export class SamePerson {
  constructor(private readonly merges: MergesRepository) {}

  /** The records whose history a record shows: its own, and those that were merged into it. */
  recordsOf(personId: string): Promise<string[]> {
    return this.merges.recordsOf(personId);
  }

  /** For those of the records that were merged: the one that was kept. */
  keptOf(personIds: readonly string[]): Promise<Map<string, string>> {
    return this.merges.keptOf(personIds);
  }
}
