import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import type { DateOrder } from './manifest/fields';
import type { Manifest, ManifestHabits, ManifestState, MappedColumn } from './manifest.entity';
import type { RowState } from './manifest/row-state';

/** How many rows of a list are in which state. */
export type RowCounts = Record<RowState, number>;

const none: RowCounts = { problem: 0, match: 0, ready: 0, admitted: 0, set_aside: 0 };

/** A worker that has not been heard of for so long is taken for dead. */
export const HEARTBEAT_SECONDS = 120;

/** What a finished reading found out about a list. */
export interface ReadingResult {
  columnsSealed: Buffer;
  headerRows: number;
  mapping: MappedColumn[];
  habits: ManifestHabits;
  encoding: string | null;
}

/** What is written when a list is uploaded. */
export type NewManifest = Pick<
  Manifest,
  'id' | 'organizationId' | 'siteId' | 'arrivalId' | 'fingerprint' | 'fileNameSealed' | 'fileSealed' | 'format' | 'arrivedOn' | 'uploadedAt' | 'uploadedBy'
>;

const COLUMNS = `id, organization_id as "organizationId", site_id as "siteId", arrival_id as "arrivalId", same_as_id as "sameAsId", file_name_sealed as "fileNameSealed",
  format, encoding, columns_sealed as "columnsSealed", header_rows as "headerRows", mapping, mapping_chosen as "mappingChosen", date_order as "dateOrder", habits,
  arrived_on::text as "arrivedOn", state, error_code as "errorCode", row_count as "rowCount", rows_done as "rowsDone", rows_total as "rowsTotal", attempt,
  tries, heartbeat_at as "heartbeatAt", uploaded_at as "uploadedAt", uploaded_by as "uploadedBy", admitted_by as "admittedBy",
  admitted_at as "admittedAt", closed_at as "closedAt", destroyed_at as "destroyedAt"`;

/** Named queries of the uploaded lists. */
@Injectable()
export class ManifestsRepository {
  constructor(private readonly tx: Tx) {}

  /** A list, or null. */
  async find(organizationId: string, id: string): Promise<Manifest | null> {
    const [row] = await this.tx.rows<Manifest>(`select ${COLUMNS} from manifests where organization_id = $1 and id = $2`, [organizationId, id]);
    return row ?? null;
  }

  /** A list that is known to be there. */
  async get(organizationId: string, id: string): Promise<Manifest> {
    const manifest = await this.find(organizationId, id);
    if (!manifest) throw common.NOT_FOUND();
    return manifest;
  }

  /** A list that nobody else changes until this transaction ends, or null. */
  async lock(organizationId: string, id: string): Promise<Manifest | null> {
    const [row] = await this.tx.rows<Manifest>(`select ${COLUMNS} from manifests where organization_id = $1 and id = $2 for update`, [organizationId, id]);
    return row ?? null;
  }

  /** The list that was uploaded with these very bytes, or null. */
  async ofFile(organizationId: string, siteId: string, fingerprint: Buffer): Promise<Manifest | null> {
    const [row] = await this.tx.rows<Manifest>(
      `select ${COLUMNS} from manifests where organization_id = $1 and site_id = $2 and fingerprint = $3 for update`,
      [organizationId, siteId, fingerprint],
    );
    return row ?? null;
  }

  /** An id for a new list: later lists have greater ones. */
  async newId(): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>('select uuidv7() as id');
    return row?.id ?? '';
  }

  /** Keeps a new list. Breaks `manifests_same_file_once` when the very same file is there already. */
  async insert(manifest: NewManifest): Promise<void> {
    await this.tx.write(
      `insert into manifests (id, organization_id, site_id, arrival_id, fingerprint, file_name_sealed, file_sealed, format, arrived_on, uploaded_at, uploaded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        manifest.id, manifest.organizationId, manifest.siteId, manifest.arrivalId, manifest.fingerprint, manifest.fileNameSealed, manifest.fileSealed,
        manifest.format, manifest.arrivedOn, manifest.uploadedAt, manifest.uploadedBy,
      ],
    );
  }

  /** The sealed file of a list; null once it was dropped. */
  async file(organizationId: string, id: string): Promise<Buffer | null> {
    const [row] = await this.tx.rows<{ file_sealed: Buffer | null }>('select file_sealed from manifests where organization_id = $1 and id = $2', [organizationId, id]);
    return row?.file_sealed ?? null;
  }

  /** The lists of a site, newest first. */
  async page(organizationId: string, siteId: string, after: string | null, limit: number): Promise<Manifest[]> {
    return this.tx.rows(
      `select ${COLUMNS} from manifests
        where organization_id = $1 and site_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
      [organizationId, siteId, after, limit],
    );
  }

  /** Row counts by state, for several lists at once. */
  async counts(organizationId: string, ids: string[]): Promise<Map<string, RowCounts>> {
    const rows = await this.tx.rows<{ manifest_id: string; state: RowState; count: number }>(
      `select manifest_id, state, count(*)::integer as count from manifest_rows
        where organization_id = $1 and manifest_id = any ($2::uuid[]) group by manifest_id, state`,
      [organizationId, ids],
    );
    const counts = new Map(ids.map((id) => [id, { ...none }]));
    for (const row of rows) (counts.get(row.manifest_id) as RowCounts)[row.state] = row.count;
    return counts;
  }

  /**
   * Takes a list for this worker: one that waits, or one whose worker has not been heard of. Answers the number of the attempt,
   * which fences off an earlier worker that comes back, and how often this work was tried; null when there is nothing to take.
   */
  async claim(organizationId: string, id: string, waiting: ManifestState, working: ManifestState): Promise<{ attempt: number; tries: number } | null> {
    const [row] = await this.tx.rows<{ attempt: number; tries: number }>(
      `update manifests set state = $4, attempt = attempt + 1, tries = tries + 1, heartbeat_at = now(), error_code = null
        where organization_id = $1 and id = $2
          and (state = $3 and $3 <> $4 or state = $4 and (heartbeat_at is null or heartbeat_at < now() - $5 * interval '1 second'))
        returning attempt, tries`,
      [organizationId, id, waiting, working, HEARTBEAT_SECONDS],
    );
    return row ?? null;
  }

  /** Gives a list back after a fault, so that the next try need not wait until this worker is taken for dead. */
  async letGo(organizationId: string, id: string, attempt: number): Promise<void> {
    await this.tx.write(
      "update manifests set heartbeat_at = null where organization_id = $1 and id = $2 and attempt = $3 and state in ('reading', 'admitting')",
      [organizationId, id, attempt],
    );
  }

  /** Says that this worker is alive and how far it is. False when another has taken over, or the list was changed meanwhile. */
  async progress(organizationId: string, id: string, attempt: number, rowsDone: number, rowsTotal: number): Promise<boolean> {
    const changed = await this.tx.write(
      `update manifests set heartbeat_at = now(), rows_done = $4, rows_total = $5
        where organization_id = $1 and id = $2 and attempt = $3 and state in ('reading', 'admitting')`,
      [organizationId, id, attempt, rowsDone, rowsTotal],
    );
    return changed === 1;
  }

  /** Ends a reading: staged, or failed with the reason. */
  async finish(organizationId: string, id: string, attempt: number, state: 'staged' | 'failed', errorCode: string | null = null): Promise<void> {
    await this.tx.write(
      `update manifests set state = $4, error_code = $5, heartbeat_at = null,
              row_count = (select count(*) from manifest_rows r where r.organization_id = $1 and r.manifest_id = $2)
        where organization_id = $1 and id = $2 and attempt = $3`,
      [organizationId, id, attempt, state, errorCode],
    );
  }

  /** Ends an admission: closed when nobody is left to be admitted, else to be worked on again. False when another worker has taken over. */
  async endAdmission(organizationId: string, id: string, attempt: number, at: Date, errorCode: string | null): Promise<boolean> {
    const changed = await this.tx.write(
      `update manifests as list
          set state = case when left_over.some then 'staged' else 'closed' end, error_code = $5, heartbeat_at = null, admitted_at = $4::timestamptz, rows_done = rows_total,
              closed_at = case when left_over.some then null else $4::timestamptz end, file_sealed = case when left_over.some then file_sealed end
         from (select exists (select from manifest_rows r where r.organization_id = $1 and r.manifest_id = $2 and r.state in ('problem', 'match', 'ready')) as some) left_over
        where list.organization_id = $1 and list.id = $2 and list.attempt = $3 and list.state = 'admitting'`,
      [organizationId, id, attempt, at, errorCode],
    );
    return changed === 1;
  }

  /** Keeps what a reading found out. */
  async keepReading(organizationId: string, id: string, attempt: number, result: ReadingResult): Promise<boolean> {
    const changed = await this.tx.write(
      `update manifests set columns_sealed = $4, header_rows = $5, mapping = $6, habits = $7, encoding = $8, heartbeat_at = now()
        where organization_id = $1 and id = $2 and attempt = $3 and state = 'reading'`,
      [organizationId, id, attempt, result.columnsSealed, result.headerRows, JSON.stringify(result.mapping), JSON.stringify(result.habits), result.encoding],
    );
    return changed === 1;
  }

  /** Keeps the fingerprint of the rows. Breaks `manifests_same_content_once` when the site has a list with the same rows. */
  async keepContent(organizationId: string, id: string, attempt: number, fingerprint: Buffer): Promise<void> {
    await this.tx.write(
      'update manifests set content_fingerprint = $4, heartbeat_at = now() where organization_id = $1 and id = $2 and attempt = $3',
      [organizationId, id, attempt, fingerprint],
    );
  }

  /** Ends the reading of a list whose rows another list of the site holds already, and points to that one. */
  async failAsSame(organizationId: string, id: string, attempt: number, fingerprint: Buffer): Promise<void> {
    await this.tx.write(
      `update manifests as again set state = 'failed', error_code = 'MANIFEST_ALREADY_UPLOADED', same_as_id = first.id, heartbeat_at = null
         from manifests first
        where again.organization_id = $1 and again.id = $2 and again.attempt = $3
          and first.organization_id = $1 and first.site_id = again.site_id and first.content_fingerprint = $4`,
      [organizationId, id, attempt, fingerprint],
    );
  }

  /** Puts a list back to be read, with the columns and the date order somebody chose, if they did. */
  async readAgain(organizationId: string, id: string, chosen: { mapping: MappedColumn[]; headerRows: number; dateOrder: DateOrder | null } | null): Promise<void> {
    await this.tx.write(
      `update manifests
          set state = 'uploaded', error_code = null, rows_done = 0, rows_total = 0, heartbeat_at = now(),
              attempt = attempt + 1, tries = 0,
              mapping = coalesce($3::jsonb, mapping), mapping_chosen = mapping_chosen or $3 is not null, header_rows = coalesce($4, header_rows),
              date_order = case when $3 is null then date_order else $5 end
        where organization_id = $1 and id = $2`,
      [organizationId, id, chosen && JSON.stringify(chosen.mapping), chosen?.headerRows ?? null, chosen?.dateOrder ?? null],
    );
  }

  /** Asks for the ready rows of a list to be let in, in the name of whoever pressed the button. */
  async startAdmission(organizationId: string, id: string, admittedBy: string, ready: number): Promise<void> {
    await this.tx.write(
      `update manifests set state = 'admitting', admitted_by = $3, rows_done = 0, rows_total = $4, heartbeat_at = null, error_code = null, tries = 0
        where organization_id = $1 and id = $2`,
      [organizationId, id, admittedBy, ready],
    );
  }

  /** Lists that nobody has begun with for a while, or whose worker was lost. */
  async lost(organizationId: string): Promise<{ id: string; state: ManifestState }[]> {
    return this.tx.rows(
      `select id, state from manifests
        where organization_id = $1
          and (state = 'uploaded' and coalesce(heartbeat_at, uploaded_at) < now() - interval '20 seconds'
            or state in ('reading', 'admitting') and (heartbeat_at is null or heartbeat_at < now() - $2 * interval '1 second'))
        order by id limit 100`,
      [organizationId, HEARTBEAT_SECONDS],
    );
  }
}
