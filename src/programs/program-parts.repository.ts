import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { OfferedService } from './offered-service.entity';
import endReasons from './packs/end-reasons.json';
import type { ProgramEligibilityRule } from './program-eligibility-rule.entity';
import type { ProgramEndReason } from './program-end-reason.entity';
import type { ProgramMilestone } from './program-milestone.entity';
import type { ProgramPack } from './program-pack';

const ROW = `id, organization_id as "organizationId", program_id as "programId", key, position, labels, effective_from::text as "effectiveFrom",
  effective_to::text as "effectiveTo", source, note, recorded_at as "recordedAt", recorded_by as "recordedBy", superseded_at as "supersededAt"`;
const SERVICES = `select ${ROW}, core from program_services`;
const ELIGIBILITY = `select ${ROW}, criterion, one_of as "oneOf" from program_eligibility_rules`;
const MILESTONES = `select ${ROW}, applies_to as "appliesTo", evidence, counts_towards as "countsTowards" from program_milestones`;
const END_REASONS = `select ${ROW}, ends_as as "endsAs" from program_end_reasons`;
const HELD = `where organization_id = $1 and program_id = $2 and superseded_at is null and ($3::date is null or daterange(effective_from, effective_to) @> $3::date)
  order by position, effective_from`;

/** Named queries of what a program is made of: services, eligibility, milestones and reasons, each a dated row. Without a day all that is known. */
@Injectable()
export class ProgramParts {
  constructor(private readonly tx: Tx) {}

  /** What the program offers on a day. */
  services(programId: string, on: string | null = null): Promise<OfferedService[]> {
    return this.tx.rows(`${SERVICES} ${HELD}`, [this.tx.scope.organizationId, programId, on]);
  }

  /** Whom the program is for on a day. */
  eligibility(programId: string, on: string | null = null): Promise<ProgramEligibilityRule[]> {
    return this.tx.rows(`${ELIGIBILITY} ${HELD}`, [this.tx.scope.organizationId, programId, on]);
  }

  /** Rules by their ids, those that were superseded since among them. */
  eligibilityByIds(ids: readonly string[]): Promise<ProgramEligibilityRule[]> {
    return this.tx.rows(`${ELIGIBILITY} where organization_id = $1 and id = any ($2::uuid[])`, [this.tx.scope.organizationId, ids]);
  }

  /** The milestones of the program on a day. */
  milestones(programId: string, on: string | null = null): Promise<ProgramMilestone[]> {
    return this.tx.rows(`${MILESTONES} ${HELD}`, [this.tx.scope.organizationId, programId, on]);
  }

  /** Why people say no or stop, as the program lists it on a day. */
  endReasons(programId: string, on: string | null = null): Promise<ProgramEndReason[]> {
    return this.tx.rows(`${END_REASONS} ${HELD}`, [this.tx.scope.organizationId, programId, on]);
  }

  /** Writes the parts of a new program as its pack says. */
  async install(organizationId: string, programId: string, pack: ProgramPack): Promise<void> {
    const by = this.tx.scope.userId;
    const reasons = pack.endReasons ?? (pack.services.length > 0 ? endReasons.reasons.map((reason) => ({ note: '', ...reason, source: endReasons.source })) : []);
    await this.tx.write(INSERT_SERVICES, [organizationId, programId, dated(pack.services, pack), by]);
    await this.tx.write(INSERT_ELIGIBILITY, [organizationId, programId, dated(pack.eligibility, pack), by]);
    await this.tx.write(INSERT_MILESTONES, [organizationId, programId, dated(pack.milestones, pack, pack.milestonesSource), by]);
    await this.tx.write(INSERT_END_REASONS, [organizationId, programId, dated(reasons, pack), by]);
  }
}

interface PackRow {
  effectiveFrom?: string;
  effectiveTo?: string;
  source?: string;
}

/** Rows with their place in the list, and with the days and the source of the program where they have none of their own. */
function dated(rows: readonly PackRow[], pack: ProgramPack, source = pack.source): string {
  return JSON.stringify(rows.map((row, position) => ({ source, effectiveFrom: pack.startsOn, ...row, position: position + 1 })));
}

const INSERT_SERVICES = `
  insert into program_services (organization_id, program_id, key, position, labels, core, effective_from, effective_to, source, note, recorded_by)
  select $1, $2, r.key, r.position, r.labels, r.core, r."effectiveFrom", r."effectiveTo", r.source, r.note, $4
    from jsonb_to_recordset($3::jsonb) as r (key text, position integer, labels jsonb, core boolean, "effectiveFrom" date, "effectiveTo" date, source text, note text)`;

const INSERT_ELIGIBILITY = `
  insert into program_eligibility_rules (organization_id, program_id, key, position, labels, criterion, one_of, effective_from, effective_to, source, note, recorded_by)
  select $1, $2, r.key, r.position, r.labels, r.criterion, r."oneOf", r."effectiveFrom", r."effectiveTo", r.source, r.note, $4
    from jsonb_to_recordset($3::jsonb)
      as r (key text, position integer, labels jsonb, criterion jsonb, "oneOf" text, "effectiveFrom" date, "effectiveTo" date, source text, note text)`;

const INSERT_MILESTONES = `
  insert into program_milestones (organization_id, program_id, key, position, labels, applies_to, evidence, counts_towards, effective_from, effective_to, source, note, recorded_by)
  select $1, $2, r.key, r.position, r.labels, r."appliesTo", r.evidence, r."countsTowards", r."effectiveFrom", r."effectiveTo", r.source, r.note, $4
    from jsonb_to_recordset($3::jsonb)
      as r (key text, position integer, labels jsonb, "appliesTo" text, evidence text[], "countsTowards" text[], "effectiveFrom" date, "effectiveTo" date, source text, note text)`;

const INSERT_END_REASONS = `
  insert into program_end_reasons (organization_id, program_id, key, position, labels, ends_as, effective_from, effective_to, source, note, recorded_by)
  select $1, $2, r.key, r.position, r.labels, r."endsAs", r."effectiveFrom", r."effectiveTo", r.source, r.note, $4
    from jsonb_to_recordset($3::jsonb) as r (key text, position integer, labels jsonb, "endsAs" text, "effectiveFrom" date, "effectiveTo" date, source text, note text)`;
