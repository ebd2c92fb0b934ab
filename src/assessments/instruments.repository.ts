import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { InstrumentDefinition } from './instrument-definition';
import type { InstrumentVersion } from './instrument-version.entity';

/** A version with the code of its instrument and who published it. */
export type VersionRow = InstrumentVersion & { code: string; publishedByName: string | null };

/** Named queries of instruments and their versions. */
@Injectable()
export class InstrumentsRepository {
  constructor(private readonly tx: Tx) {}

  private get own(): string {
    return this.tx.scope.organizationId;
  }

  /** Every version of every instrument, or of one: by code, the newest first. */
  versions(instrumentId: string | null = null): Promise<VersionRow[]> {
    return this.tx.rows(`${VERSIONS} and ($2::uuid is null or version.instrument_id = $2) order by instrument.code, version.number desc`, [this.own, instrumentId]);
  }

  /** One version, or null. */
  async find(id: string): Promise<VersionRow | null> {
    const [row] = await this.tx.rows<VersionRow>(`${VERSIONS} and version.id = $2`, [this.own, id]);
    return row ?? null;
  }

  /** The published versions that a worker can use on a case: those of a compartment only when it is open to them. */
  usable(caseId: string): Promise<VersionRow[]> {
    return this.tx.rows(
      `${VERSIONS} and version.state = 'published' and (version.definition ->> 'compartment' is null or sec.in_compartment($2, version.definition ->> 'compartment'))
       order by instrument.created_at, instrument.id`,
      [this.own, caseId],
    );
  }

  /** The codes that are there. */
  async codes(): Promise<Set<string>> {
    const rows = await this.tx.rows<{ code: string }>('select code from instruments where organization_id = $1', [this.own]);
    return new Set(rows.map(({ code }) => code));
  }

  /** Makes an instrument with a draft. */
  async create(definition: InstrumentDefinition): Promise<string> {
    const [made] = await this.tx.rows<{ id: string }>(CREATE, [this.own, definition.code]);
    if (!made) throw new Error('the database gave no id');
    return this.draft(made.id, definition);
  }

  /** Installs a delivered instrument, in use from now on; null when its code is there already. */
  async install(definition: InstrumentDefinition, at: Date): Promise<string | null> {
    const [made] = await this.tx.rows<{ id: string }>(CREATE_MISSING, [this.own, definition.code]);
    // Nobody of the organization wrote or published it.
    return made ? this.insert(made.id, definition, 'published', null, at) : null;
  }

  /** Writes the next version of an instrument, as a draft. */
  draft(instrumentId: string, definition: InstrumentDefinition): Promise<string> {
    return this.insert(instrumentId, definition, 'draft', this.tx.scope.userId, null);
  }

  private async insert(instrumentId: string, definition: InstrumentDefinition, state: 'draft' | 'published', by: string | null, publishedAt: Date | null): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>(INSERT, [this.own, instrumentId, state, JSON.stringify(definition), by, publishedAt]);
    if (!row) throw new Error('the database gave no id');
    return row.id;
  }

  /** Changes a draft that is still as it was read; tells whether it was. */
  async edit(id: string, revision: number, definition: InstrumentDefinition): Promise<boolean> {
    return (await this.tx.write(EDIT, [this.own, id, revision, JSON.stringify(definition)])) === 1;
  }

  /** Publishes a draft; the version that was published until now is retired in the same breath. Tells whether it was a draft. */
  async publish(row: Pick<VersionRow, 'id' | 'instrumentId'>, revision: number, at: Date): Promise<boolean> {
    await this.tx.write(RETIRE_OTHERS, [this.own, row.instrumentId, at]);
    return (await this.tx.write(PUBLISH, [this.own, row.id, revision, at, this.tx.scope.userId])) === 1;
  }

  /** Takes a published version out of use; tells whether it was. */
  async retire(id: string, at: Date): Promise<boolean> {
    return (await this.tx.write("update instrument_versions set state = 'retired', retired_at = $3 where organization_id = $1 and id = $2 and state = 'published'", [this.own, id, at])) === 1;
  }
}

const VERSIONS = `
  select version.id, version.organization_id as "organizationId", version.instrument_id as "instrumentId", instrument.code, version.number, version.state, version.definition,
         version.revision, version.created_at as "createdAt", version.created_by as "createdBy", version.published_at as "publishedAt", version.published_by as "publishedBy",
         version.retired_at as "retiredAt", colleague.full_name as "publishedByName"
    from instrument_versions version
    join instruments instrument on instrument.organization_id = version.organization_id and instrument.id = version.instrument_id
    left join users colleague on colleague.organization_id = version.organization_id and colleague.id = version.published_by
   where version.organization_id = $1`;
const CREATE = 'insert into instruments (organization_id, code) values ($1, $2) returning id';
const CREATE_MISSING = 'insert into instruments (organization_id, code) values ($1, $2) on conflict on constraint instruments_code_once do nothing returning id';
const INSERT = `
  insert into instrument_versions (organization_id, instrument_id, number, state, definition, created_by, published_at)
  select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6
    from instrument_versions where organization_id = $1 and instrument_id = $2
  returning id`;
const EDIT = `update instrument_versions set definition = $4, revision = revision + 1 where organization_id = $1 and id = $2 and revision = $3 and state = 'draft'`;
const RETIRE_OTHERS = `update instrument_versions set state = 'retired', retired_at = $3 where organization_id = $1 and instrument_id = $2 and state = 'published'`;
const PUBLISH = `update instrument_versions set state = 'published', published_at = $4, published_by = $5 where organization_id = $1 and id = $2 and revision = $3 and state = 'draft'`;
