import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { ProgramPack } from './program-pack';
import type { ProgramMeasure } from './program-measure.entity';
import type { ProgramRule } from './program-rule.entity';
import type { Program } from './program.entity';
import type { DatedRule } from './rule-change';

const PROGRAM = `id, organization_id as "organizationId", code, family, name, starts_on::text as "startsOn", ends_on::text as "endsOn", source,
  exists (select from program_services offered where offered.organization_id = programs.organization_id and offered.program_id = programs.id and offered.superseded_at is null) as "isOffered"`;

const MEASURE = `id, organization_id as "organizationId", program_id as "programId", key, position, labels, counts, by_type as "byType", categories,
  effective_from::text as "effectiveFrom", effective_to::text as "effectiveTo", source, recorded_at as "recordedAt"`;

const RULE = `id, organization_id as "organizationId", program_id as "programId", key, value, effective_from::text as "effectiveFrom",
  effective_to::text as "effectiveTo", source, note, recorded_at as "recordedAt", recorded_by as "recordedBy", superseded_at as "supersededAt"`;

/** A program, and whether it has services that people can be offered. */
export type ListedProgram = Program & { isOffered: boolean };

/** A rule with the name of the colleague who recorded it. */
export type RecordedRule = ProgramRule & { recordedByName: string | null };

/** Named queries of programs, their measures and rules. */
@Injectable()
export class ProgramsRepository {
  constructor(private readonly tx: Tx) {}

  /** Every program of the organization, the newest first. */
  all(organizationId: string): Promise<ListedProgram[]> {
    return this.tx.rows(`select ${PROGRAM} from programs where organization_id = $1 order by starts_on desc, code`, [organizationId]);
  }

  /** A program, or null. */
  async find(organizationId: string, id: string): Promise<ListedProgram | null> {
    const [row] = await this.tx.rows<ListedProgram>(`select ${PROGRAM} from programs where organization_id = $1 and id = $2`, [organizationId, id]);
    return row ?? null;
  }

  /** Whether the organization has a program of that code. */
  async hasCode(organizationId: string, code: string): Promise<boolean> {
    return (await this.tx.rows('select 1 from programs where organization_id = $1 and code = $2', [organizationId, code])).length > 0;
  }

  /** The measures of a program that were known at a moment and hold on a day; all of them without a day. */
  measures(organizationId: string, programId: string, onDate: string | null = null, asOf: Date | null = null): Promise<ProgramMeasure[]> {
    return this.tx.rows(
      `select ${MEASURE} from program_measures
        where organization_id = $1 and program_id = $2
          and ($3::date is null or daterange(effective_from, effective_to) @> $3::date)
          and ($4::timestamptz is null or recorded_at <= $4)
        order by position, effective_from`,
      [organizationId, programId, onDate, asOf],
    );
  }

  /** Every rule a program has or had, with who recorded it: by key, the latest days first, what was superseded last. */
  history(organizationId: string, programId: string): Promise<RecordedRule[]> {
    return this.tx.rows(
      `select rule.*, colleague.full_name as "recordedByName"
         from (select ${RULE} from program_rules where organization_id = $1 and program_id = $2) as rule
         left join users as colleague on colleague.organization_id = $1 and colleague.id = rule."recordedBy"
        order by rule.key, rule."supersededAt" desc nulls first, rule."effectiveFrom" desc, rule.id`,
      [organizationId, programId],
    );
  }

  /** The rows of one rule that hold today's knowledge; nobody else changes this program's rules until the transaction ends. */
  async lockKnown(organizationId: string, programId: string, key: string): Promise<ProgramRule[]> {
    await this.tx.rows('select 1 from programs where organization_id = $1 and id = $2 for update', [organizationId, programId]);
    return this.tx.rows(
      `select ${RULE} from program_rules where organization_id = $1 and program_id = $2 and key = $3 and superseded_at is null order by effective_from`,
      [organizationId, programId, key],
    );
  }

  /** The rules that were known at a moment and hold on a day. */
  rulesAsOf(organizationId: string, programId: string, onDate: string, recordedAsOf: Date): Promise<ProgramRule[]> {
    return this.tx.rows(
      `select ${RULE} from program_rules
        where organization_id = $1 and program_id = $2 and daterange(effective_from, effective_to) @> $3::date
          and recorded_at <= $4 and (superseded_at is null or superseded_at > $4)
        order by key`,
      [organizationId, programId, onDate, recordedAsOf],
    );
  }

  /** Ends rows and writes others at one and the same moment, which is answered. */
  async change(organizationId: string, programId: string, supersede: readonly string[], write: readonly DatedRule[], by: string | null): Promise<Date> {
    const [moment] = await this.tx.rows<{ at: Date; exactly: string }>('select clock_timestamp() as at, clock_timestamp()::text as exactly');
    const at = moment?.exactly;
    await this.tx.write('update program_rules set superseded_at = $3 where organization_id = $1 and id = any ($2::uuid[])', [organizationId, supersede, at]);
    await this.tx.write(INSERT_RULES, [organizationId, programId, JSON.stringify(write), at, by]);
    return moment?.at ?? new Date(0);
  }

  /** Installs a program year as delivered. Answers its id, or null when the organization has it already. */
  async install(organizationId: string, pack: ProgramPack): Promise<string | null> {
    const [program] = await this.tx.rows<{ id: string }>(
      `insert into programs (organization_id, code, family, name, starts_on, ends_on, source) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint programs_code_once do nothing returning id`,
      [organizationId, pack.code, pack.family, pack.name, pack.startsOn, pack.endsOn, pack.source],
    );
    if (!program) return null;
    await this.tx.write(INSERT_MEASURES, [organizationId, program.id, JSON.stringify(pack.measures), pack.startsOn, pack.measuresSource ?? pack.source]);
    const rules = pack.rules.map((rule) => ({ ...rule, effectiveFrom: rule.effectiveFrom ?? pack.startsOn, effectiveTo: rule.effectiveTo ?? null }));
    await this.tx.write(INSERT_RULES, [organizationId, program.id, JSON.stringify(rules), null, null]);
    return program.id;
  }
}

const INSERT_RULES = `
  insert into program_rules (organization_id, program_id, key, value, effective_from, effective_to, source, note, recorded_at, recorded_by)
  select $1, $2, r.key, coalesce(r.value, 'null'::jsonb), r."effectiveFrom", r."effectiveTo", r.source, r.note, coalesce($4::timestamptz, clock_timestamp()), $5
    from jsonb_to_recordset($3::jsonb) as r (key text, value jsonb, "effectiveFrom" date, "effectiveTo" date, source text, note text)`;

const INSERT_MEASURES = `
  insert into program_measures (organization_id, program_id, key, position, labels, counts, by_type, categories, effective_from, source)
  select $1, $2, m.value ->> 'key', m.ordinality, m.value -> 'labels', m.value ->> 'counts', (m.value ->> 'byType')::boolean,
         array(select jsonb_array_elements_text(m.value -> 'categories')), $4, $5
    from jsonb_array_elements($3::jsonb) with ordinality as m`;
