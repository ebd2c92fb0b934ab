import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';

/** A merge with the names of the colleagues who made it and took it back. */
export interface MergeRow {
  id: string;
  keptId: string;
  mergedId: string;
  reasonSealed: Buffer;
  mergedAt: Date;
  mergedBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
}

/** Named queries of merges. */
@Injectable()
export class MergesRepository {
  constructor(private readonly tx: Tx) {}

  /** Every merge a record was part of, the newest first. */
  ofPerson(personId: string): Promise<MergeRow[]> {
    return this.tx.rows(OF_PERSON, [this.own, personId]);
  }

  async find(id: string): Promise<MergeRow | null> {
    const [row] = await this.tx.rows<MergeRow>(ONE, [this.own, id]);
    return row ?? null;
  }

  /** Locks two records, so that nobody else merges them at the same time. */
  async lock(personIds: readonly string[]): Promise<void> {
    await this.tx.rows('select id from persons where organization_id = $1 and id = any ($2::uuid[]) order by id for update', [this.own, personIds]);
  }

  /** How many of the persons are in the house. */
  async inHouse(personIds: readonly string[]): Promise<number> {
    const rows = await this.tx.rows<{ id: string }>(
      "select distinct person_id as id from stays where organization_id = $1 and person_id = any ($2::uuid[]) and state in ('in_house', 'away')", [this.own, personIds],
    );
    return rows.length;
  }

  async insert(id: string, keptId: string, mergedId: string, reasonSealed: Buffer, at: Date): Promise<void> {
    await this.tx.write('insert into person_merges (organization_id, id, kept_id, merged_id, reason_sealed, merged_at, merged_by) values ($1, $2, $3, $4, $5, $6, $7)', [
      this.own, id, keptId, mergedId, reasonSealed, at, this.tx.scope.userId,
    ]);
  }

  /** Ends a merge. Tells whether it was in force. */
  async undo(id: string, at: Date): Promise<boolean> {
    return (await this.tx.write('update person_merges set undone_at = $3, undone_by = $4 where organization_id = $1 and id = $2 and undone_at is null', [this.own, id, at, this.tx.scope.userId])) === 1;
  }

  /** The records that are merged into a record, and the record itself first. */
  async recordsOf(personId: string): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>('select merged_id as id from person_merges where organization_id = $1 and kept_id = $2 and undone_at is null order by id', [this.own, personId]);
    return [personId, ...rows.map(({ id }) => id)];
  }

  /** For those of the records that are merged into another one: which is kept. */
  async keptOf(personIds: readonly string[]): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.tx.rows<{ keptId: string; mergedId: string }>(KEPT_OF, [this.own, personIds]);
    return new Map(rows.map(({ keptId, mergedId }) => [mergedId, keptId]));
  }

  private get own(): string {
    return this.tx.scope.organizationId;
  }
}

const MERGES = `
  select merge.id, merge.kept_id as "keptId", merge.merged_id as "mergedId", merge.reason_sealed as "reasonSealed", merge.merged_at as "mergedAt", merger.full_name as "mergedBy",
         merge.undone_at as "undoneAt", undoer.full_name as "undoneBy"
    from person_merges merge
    left join users merger on merger.organization_id = merge.organization_id and merger.id = merge.merged_by
    left join users undoer on undoer.organization_id = merge.organization_id and undoer.id = merge.undone_by
   where merge.organization_id = $1`;
const OF_PERSON = `${MERGES} and (merge.kept_id = $2 or merge.merged_id = $2) order by merge.id desc limit 100`;
const ONE = `${MERGES} and merge.id = $2`;
const KEPT_OF = `
  select kept_id as "keptId", merged_id as "mergedId" from person_merges
   where organization_id = $1 and merged_id = any ($2::uuid[]) and undone_at is null`;
