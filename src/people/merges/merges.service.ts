import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { Clock } from '../../platform/clock/clock';
import { common } from '../../platform/errors/problem';
import { Sealing } from '../../platform/sealing/sealing.service';
import { fullName, PeopleService } from '../people.service';
import { PersonAccess } from '../person-access';
import type { MergePerson, PersonMergesView, PersonMergeView } from './merges.dto';
import { mergeProblems } from './merges.errors';
import { MergesRepository, type MergeRow } from './merges.repository';

/** Where the reason of a merge is sealed. */
const REASON_PLACE = 'person_merges.reason_sealed';

/**
 * Merges records that are about the same person. Nothing moves: the kept record shows both histories, the merged one points to it. So a
 * merge never asks about cases (a sealed one would show in the answer), and taking it back leaves both records as they were.
 */
@Injectable()
export class PersonMerges {
  constructor(
    private readonly merges: MergesRepository,
    private readonly access: PersonAccess,
    private readonly people: PeopleService,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The merges a record was part of. */
  async list(actor: Actor, personId: string): Promise<PersonMergesView> {
    const may = await this.access.askFor(actor, personId);
    if (!may('people.read')) throw common.NOT_FOUND();
    const rows = await this.merges.ofPerson(personId);
    if (rows.length > 0) await this.audit.record({ action: 'person.opened', recordType: 'person', recordId: personId, fields: ['merges', 'names'] });
    return { items: await this.views(actor, rows, personId), mayMerge: may('people.merge') && !rows.some((row) => row.mergedId === personId && row.undoneAt === null) };
  }

  /** Merges another record into a record. */
  async merge(actor: Actor, keptId: string, { mergedId, reason }: MergePerson): Promise<PersonMergesView> {
    for (const id of [keptId, mergedId]) await this.access.require(actor, 'people.merge', id);
    if (keptId === mergedId) throw mergeProblems.MERGE_ONE_RECORD();
    await this.merges.lock([keptId, mergedId]);
    await this.refuseChain(keptId, mergedId);
    const kept = await this.merges.recordsOf(keptId);
    if ((await this.merges.inHouse([...kept, mergedId])) > 1) throw mergeProblems.MERGE_BOTH_IN_HOUSE();
    const key = (await this.sealing.subjects([keptId])).get(keptId);
    if (!key) throw common.NOT_FOUND();
    const id = randomUUID();
    await this.merges.insert(id, keptId, mergedId, key.seal(REASON_PLACE, id, reason.trim()), this.clock.now());
    await this.recordBoth('person.merged', { keptId, mergedId });
    return this.list(actor, keptId);
  }

  /** Takes a merge back: both records are again what they were. */
  async undo(actor: Actor, id: string): Promise<PersonMergesView> {
    const row = await this.merges.find(id);
    if (!row) throw common.NOT_FOUND();
    for (const personId of [row.keptId, row.mergedId]) await this.access.require(actor, 'people.merge', personId);
    if (!(await this.merges.undo(id, this.clock.now()))) throw mergeProblems.MERGE_UNDONE();
    await this.recordBoth('person.merge_undone', row);
    return this.list(actor, row.keptId);
  }

  /** A record is kept or merged, never both: otherwise nobody could say what taking one merge back restores. */
  private async refuseChain(keptId: string, mergedId: string): Promise<void> {
    if ((await this.merges.keptOf([keptId, mergedId])).size > 0) throw mergeProblems.MERGE_DONE_ALREADY();
    if ((await this.merges.recordsOf(mergedId)).length > 1) throw mergeProblems.MERGE_WOULD_CHAIN();
  }

  private recordBoth(action: 'person.merged' | 'person.merge_undone', { keptId, mergedId }: { keptId: string; mergedId: string }): Promise<void> {
    return this.audit.recordMany([keptId, mergedId].map((recordId) => ({ action, recordType: 'person', recordId })));
  }

  private async views(actor: Actor, rows: MergeRow[], personId: string): Promise<PersonMergeView[]> {
    const others = rows.map((row) => otherOf(row, personId));
    const met = await this.access.those(actor, 'people.read', others);
    const mergeable = new Set(await this.access.those(actor, 'people.merge', [personId, ...others]));
    const [opened, keys] = [await this.people.openPersons(met), await this.sealing.subjects(rows.map(({ keptId }) => keptId))];
    return rows.map((row) => {
      const other = opened.get(otherOf(row, personId));
      return {
        id: row.id,
        keptId: row.keptId,
        mergedId: row.mergedId,
        otherName: other ? fullName(other.identity) : null,
        reason: keys.get(row.keptId)?.open<string>(REASON_PLACE, row.id, row.reasonSealed) ?? null,
        mergedAt: row.mergedAt,
        mergedBy: row.mergedBy,
        undoneAt: row.undoneAt,
        undoneBy: row.undoneBy,
        mayUndo: row.undoneAt === null && mergeable.has(row.keptId) && mergeable.has(row.mergedId),
      };
    });
  }
}

function otherOf({ keptId, mergedId }: MergeRow, personId: string): string {
  return keptId === personId ? mergedId : keptId;
}
