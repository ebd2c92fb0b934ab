import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { ManifestRow } from './manifest-row.entity';
import type { RowIndexes } from './manifest-vault';
import type { RowState } from './manifest/row-state';
import type { ProblemCode, SkipReason } from './manifest/row-problems';

/** A row as a reading leaves it. */
export interface StagedRecord extends RowIndexes {
  rowNumber: number;
  sealed: Buffer;
  state: RowState;
  problems: (ProblemCode | SkipReason)[];
  matchIds: string[];
}

/** A row that went in: who it is, and with whom. */
export interface AdmittedRow {
  rowNumber: number;
  personId: string;
  partyId: string;
}

const COLUMNS = `organization_id as "organizationId", manifest_id as "manifestId", row_number as "rowNumber", sealed, group_index as "groupIndex",
  name_index as "nameIndex", a_number_index as "aNumberIndex", state, problems, match_ids as "matchIds", decision, decided_person_id as "decidedPersonId",
  person_id as "personId", party_id as "partyId", version`;

/** Named queries of the staged rows of a list. */
@Injectable()
export class ManifestRowsRepository {
  constructor(private readonly tx: Tx) {}

  /** The rows with numbers from one to another. */
  between(organizationId: string, manifestId: string, from: number, to: number): Promise<ManifestRow[]> {
    return this.tx.rows(
      `select ${COLUMNS} from manifest_rows where organization_id = $1 and manifest_id = $2 and row_number between $3 and $4`,
      [organizationId, manifestId, from, to],
    );
  }

  /** The next rows in a state, in the order of the file. */
  page(organizationId: string, manifestId: string, state: RowState, after: number, limit: number): Promise<ManifestRow[]> {
    return this.tx.rows(
      `select ${COLUMNS} from manifest_rows
        where organization_id = $1 and manifest_id = $2 and state = $3 and row_number > $4 order by row_number limit $5`,
      [organizationId, manifestId, state, after, limit],
    );
  }

  /** One row, kept from others until this transaction ends; or null. */
  async lock(organizationId: string, manifestId: string, rowNumber: number): Promise<ManifestRow | null> {
    const [row] = await this.tx.rows<ManifestRow>(
      `select ${COLUMNS} from manifest_rows where organization_id = $1 and manifest_id = $2 and row_number = $3 for update`,
      [organizationId, manifestId, rowNumber],
    );
    return row ?? null;
  }

  /** The rows that share a name or an A-number with any of these fingerprints; those set aside do not count. Locked, in their order. */
  alike(organizationId: string, manifestId: string, names: Buffer[], aNumbers: Buffer[]): Promise<ManifestRow[]> {
    return this.tx.rows(
      `select ${COLUMNS} from manifest_rows
        where organization_id = $1 and manifest_id = $2 and state <> 'set_aside'
          and (name_index = any ($3::bytea[]) or a_number_index = any ($4::bytea[]))
        order by row_number limit 200 for update`,
      [organizationId, manifestId, names, aNumbers],
    );
  }

  /** Writes what a reading found in a part of the file; what was admitted stays as it is. */
  async stage(organizationId: string, manifestId: string, records: StagedRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.tx.write(
      `insert into manifest_rows as staged (organization_id, manifest_id, row_number, sealed, group_index, name_index, a_number_index, state, problems, match_ids)
       select $1, $2, r.row_number, r.sealed, r.group_index, r.name_index, r.a_number_index, r.state,
              string_to_array(r.problems, ','), string_to_array(r.match_ids, ',')::uuid[]
         from unnest($3::integer[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::text[], $9::text[], $10::text[])
           as r (row_number, sealed, group_index, name_index, a_number_index, state, problems, match_ids)
       on conflict on constraint manifest_rows_pk do update
         set sealed = excluded.sealed, group_index = excluded.group_index, name_index = excluded.name_index, a_number_index = excluded.a_number_index,
             state = excluded.state, problems = excluded.problems, match_ids = excluded.match_ids, version = staged.version + 1
         where staged.state <> 'admitted'`,
      [
        organizationId, manifestId, records.map((r) => r.rowNumber), records.map((r) => r.sealed), records.map((r) => r.group), records.map((r) => r.name),
        records.map((r) => r.aNumber), records.map((r) => r.state), records.map((r) => r.problems.join(',')), records.map((r) => r.matchIds.join(',')),
      ],
    );
  }

  /** Takes away the rows of a part of the file that are no people any more; what was admitted stays. */
  async drop(organizationId: string, manifestId: string, from: number, to: number, keep: number[]): Promise<void> {
    await this.tx.write(
      `delete from manifest_rows
        where organization_id = $1 and manifest_id = $2 and row_number between $3 and $4 and state <> 'admitted' and not row_number = any ($5::integer[])`,
      [organizationId, manifestId, from, to, keep],
    );
  }

  /** Writes what somebody changed in a row, or what that changed in its likes. */
  async save(row: ManifestRow): Promise<void> {
    await this.tx.write(
      `update manifest_rows
          set sealed = $4, group_index = $5, name_index = $6, a_number_index = $7, state = $8, problems = $9, match_ids = $10, decision = $11,
              decided_person_id = $12, person_id = $13, party_id = $14, version = version + 1
        where organization_id = $1 and manifest_id = $2 and row_number = $3`,
      [
        row.organizationId, row.manifestId, row.rowNumber, row.sealed, row.groupIndex, row.nameIndex, row.aNumberIndex, row.state, row.problems, row.matchIds,
        row.decision, row.decidedPersonId, row.personId, row.partyId,
      ],
    );
  }

  /**
   * The next ready rows for admission, kept from others until this transaction ends: those at the top of the list, and with them the
   * ready rows of the same family groups, so that a family goes in together.
   */
  ready(organizationId: string, manifestId: string, limit: number): Promise<ManifestRow[]> {
    return this.tx.rows(
      `with top as (
         select row_number, group_index from manifest_rows where organization_id = $1 and manifest_id = $2 and state = 'ready' order by row_number limit $3
       ), family as (
         select row_number from manifest_rows
          where organization_id = $1 and manifest_id = $2 and state = 'ready' and group_index in (select group_index from top) order by row_number limit $4
       )
       select ${COLUMNS} from manifest_rows
        where organization_id = $1 and manifest_id = $2 and row_number in (select row_number from top union select row_number from family)
        order by row_number for update`,
      [organizationId, manifestId, limit, limit * 4],
    );
  }

  /** Says that rows are in: which persons they are, in which parties. */
  async admitted(organizationId: string, manifestId: string, rows: AdmittedRow[]): Promise<void> {
    await this.tx.write(
      `update manifest_rows as staged set state = 'admitted', problems = '{}', person_id = r.person_id, party_id = r.party_id, version = version + 1
         from unnest($3::integer[], $4::uuid[], $5::uuid[]) as r (row_number, person_id, party_id)
        where staged.organization_id = $1 and staged.manifest_id = $2 and staged.row_number = r.row_number`,
      [organizationId, manifestId, rows.map((row) => row.rowNumber), rows.map((row) => row.personId), rows.map((row) => row.partyId)],
    );
  }

  /** Says why rows could not go in. */
  async refuse(organizationId: string, manifestId: string, rowNumbers: number[], problem: ProblemCode): Promise<void> {
    await this.tx.write(
      `update manifest_rows set state = 'problem', problems = array[$4::text], version = version + 1
        where organization_id = $1 and manifest_id = $2 and row_number = any ($3::integer[])`,
      [organizationId, manifestId, rowNumbers, problem],
    );
  }

  /** The parties that the admitted rows of these family groups became. */
  async partiesOfGroups(organizationId: string, manifestId: string, groups: Buffer[]): Promise<Map<string, string>> {
    const rows = await this.tx.rows<{ group_index: Buffer; party_id: string }>(
      `select distinct on (group_index) group_index, party_id from manifest_rows
        where organization_id = $1 and manifest_id = $2 and group_index = any ($3::bytea[]) and party_id is not null order by group_index, row_number`,
      [organizationId, manifestId, groups],
    );
    return new Map(rows.map((row) => [row.group_index.toString('hex'), row.party_id]));
  }
}
