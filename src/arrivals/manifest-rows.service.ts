import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { PersonAccess } from '../people/person-access';
import { PeopleService } from '../people/people.service';
import { common } from '../platform/errors/problem';
import { manifestProblems } from './arrivals.errors';
import { ManifestLookup } from './manifest-lookup';
import { ManifestRowMender, type RowChange } from './manifest-row-mender';
import type { ManifestRow } from './manifest-row.entity';
import { ManifestRowsRepository } from './manifest-rows.repository';
import { type ManifestRowPage, type ManifestRowView, toRowView } from './manifest-rows.dto';
import { ManifestVault, type RowContent } from './manifest-vault';
import type { Manifest } from './manifest.entity';
import type { DecideRow, ManifestRowsQuery, MendRow } from './manifests.dto';

const USUAL_PAGE = 25;

/** The staged rows of a list as somebody works on them: look, mend, decide. */
@Injectable()
export class ManifestRowsService {
  constructor(
    private readonly lookup: ManifestLookup,
    private readonly rows: ManifestRowsRepository,
    private readonly vault: ManifestVault,
    private readonly mender: ManifestRowMender,
    private readonly people: PeopleService,
    private readonly access: PersonAccess,
    private readonly audit: Audit,
  ) {}

  /** The rows in one state, in the order of the file, each beside the people who may be the same. */
  async page(actor: Actor, id: string, query: ManifestRowsQuery): Promise<ManifestRowPage> {
    const manifest = await this.lookup.get(actor, id);
    if (manifest.destroyedAt !== null) throw manifestProblems.MANIFEST_DESTROYED();
    const limit = query.limit ?? USUAL_PAGE;
    const found = await this.rows.page(actor.organizationId, id, query.state, query.after ?? 0, limit + 1);
    const rows = found.slice(0, limit);
    const open = await this.vault.open(id);
    const items = await this.shown(actor, manifest, rows.map((row) => ({ row, content: open.openRow(row.rowNumber, row.sealed) })));
    return { items, next: found.length > limit ? String(rows[rows.length - 1]?.rowNumber) : null };
  }

  /** Puts a row right and looks at it anew, or keeps it out. */
  mend(actor: Actor, id: string, number: number, { version, written, setAside }: MendRow): Promise<ManifestRowView> {
    return this.change(actor, id, number, version, { written, setAside });
  }

  /** Says whether a row is somebody already known. Nothing is merged: the row joins that person, or becomes a new one. */
  async decide(actor: Actor, id: string, number: number, { version, decision, personId }: DecideRow): Promise<ManifestRowView> {
    if (decision === 'same') {
      if (personId === undefined) throw manifestProblems.ROW_DECISION_NEEDS_PERSON();
      await this.access.require(actor, 'people.read', personId);
    }
    return this.change(actor, id, number, version, {
      decision: decision === 'undecided' ? null : decision,
      decidedPersonId: decision === 'same' ? (personId ?? null) : null,
    });
  }

  private async change(actor: Actor, id: string, number: number, version: number, change: RowChange): Promise<ManifestRowView> {
    const manifest = await this.lookup.forWork(actor, id);
    const row = await this.rows.lock(actor.organizationId, id, number);
    if (!row) throw common.NOT_FOUND();
    if (row.state === 'admitted') throw manifestProblems.ROW_ADMITTED();
    if (row.version !== version) throw common.CHANGED_MEANWHILE();
    const changed = await this.mender.change(manifest, row, change);
    await this.audit.record({
      action: 'manifest.row_changed', recordType: 'manifest', recordId: id, siteId: manifest.siteId, fields: fieldsOf(change), reason: `row ${number}`,
    });
    const [shown] = await this.shown(actor, manifest, [changed]);
    return shown as ManifestRowView;
  }

  private async shown(actor: Actor, manifest: Manifest, rows: { row: ManifestRow; content: RowContent }[]): Promise<ManifestRowView[]> {
    if (rows.length === 0) return [];
    const matchIds = [...new Set(rows.flatMap(({ row }) => row.matchIds))];
    const known = await this.people.openPersons(await this.access.those(actor, 'people.read', matchIds));
    const { siteId } = manifest;
    await this.audit.recordMany([
      { action: 'manifest.rows_opened', recordType: 'manifest', recordId: manifest.id, siteId, reason: `rows ${rows[0]?.row.rowNumber ?? 0} to ${rows[rows.length - 1]?.row.rowNumber ?? 0}` },
      ...[...known.keys()].map((id) => ({ action: 'person.listed' as const, recordType: 'person', recordId: id, siteId })),
    ]);
    return rows.map(({ row, content }) => toRowView(row, content, known));
  }
}

function fieldsOf({ written, decision, setAside }: RowChange): string[] {
  return [...Object.keys(written ?? {}), ...(decision === undefined ? [] : ['decision']), ...(setAside === undefined ? [] : ['setAside'])];
}
