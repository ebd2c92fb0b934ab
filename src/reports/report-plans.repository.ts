import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import { addDays } from '../platform/clock/clock';
import { namesAt } from './indicators/case-names';
import { milestonesAt } from './indicators/cohort-indicators';
import type { ReportableProgram, ReportSubject } from './report-definitions';
import { siteAt, type Labels, type MeasureVersion, type PlannedMeasure, type PlannedRule, type ReportPlan } from './report-plan';

/** What is asked of a report. */
export interface ReportParameters {
  programId: string;
  from: string;
  to: string;
  siteIds: string[];
}

interface ProgramRow {
  id: string;
  code: string;
  name: string;
  starts_on: string;
  ends_on: string;
  source: string;
}

interface SiteRow {
  id: string;
  code: string;
  name: string;
  time_zone: string;
}

interface MeasureRow {
  id: string;
  key: string;
  labels: Labels;
  counts: PlannedMeasure['counts'];
  by_type: boolean;
  categories: string[];
  effective_from: string;
  effective_to: string | null;
  source: string;
}

interface KindRow {
  id: string;
  category: string;
  type: string;
  subject: string;
  labels: Labels;
}

/** Reads what a report is computed from besides the ledger, as it was at a moment. */
@Injectable()
export class ReportPlans {
  constructor(private readonly tx: Tx) {}

  /** The programs of the organization with the dates they cover (the last one is the day after). */
  async programs(): Promise<(ReportableProgram & { id: string; code: string; name: string; from: string; to: string })[]> {
    const rows = await this.tx.rows<ProgramRow & ReportableProgram>(PROGRAMS, [this.tx.scope.organizationId]);
    return rows.map(({ id, code, name, starts_on, ends_on, ...has }) => ({
      id, code, name, from: starts_on, to: addDays(ends_on, 1), hasMeasures: has.hasMeasures, hasServices: has.hasServices, hasMilestones: has.hasMilestones,
    }));
  }

  /** What reports a program can have and the dates it covers (the last one is the day after), or null. */
  async findProgram(id: string): Promise<(ReportableProgram & { from: string; to: string }) | null> {
    return (await this.programs()).find((program) => program.id === id) ?? null;
  }

  /** Every site of the organization. */
  allSites(): Promise<SiteRow[]> {
    return this.tx.rows<SiteRow>(ALL_SITES, [this.tx.scope.organizationId]);
  }

  /** The sites of the organization among those named. */
  sites(ids: string[]): Promise<SiteRow[]> {
    return this.tx.rows<SiteRow>(SITES, [this.tx.scope.organizationId, ids]);
  }

  /** Everything as of a moment: program, sites, measures with the kinds they count, rules. */
  async planAt(asOf: string, parameters: ReportParameters, subject: ReportSubject = 'ledger'): Promise<ReportPlan> {
    const own = this.tx.scope.organizationId;
    const [program] = await this.tx.rows<ProgramRow>(PROGRAM, [own, parameters.programId]);
    if (!program) throw new Error('the program of a report is gone');
    const sites = await this.sites(parameters.siteIds);
    const measures = await this.tx.rows<MeasureRow>(MEASURES, [own, program.id, asOf]);
    const kinds = await this.tx.rows<KindRow>(KINDS, [own]);
    const rules = await this.tx.rows<PlannedRule>(RULES, [own, program.id, asOf, parameters.from, parameters.to]);
    const planned = plannedMeasures(measures, kinds, parameters);
    const used = new Set(planned.flatMap(({ versions }) => versions.flatMap(({ kindIds }) => kindIds)));
    return {
      asOf,
      period: { from: parameters.from, to: parameters.to },
      program: { id: program.id, code: program.code, name: program.name, from: program.starts_on, to: addDays(program.ends_on, 1), source: program.source },
      sites: sites.map((site) => siteAt(site, asOf)),
      measures: planned,
      kinds: kinds.filter(({ id }) => used.has(id)).map(({ id, type, labels }) => ({ id, type, labels })),
      rules,
      ...(subject === 'cases' ? await namesAt(this.tx, asOf, parameters, rules) : {}),
      ...(subject === 'cohort' ? { milestones: await milestonesAt(this.tx, asOf, parameters) } : {}),
    };
  }
}

function plannedMeasures(rows: MeasureRow[], kinds: KindRow[], { from, to }: ReportParameters): PlannedMeasure[] {
  const measures = new Map<string, PlannedMeasure>();
  for (const row of rows) {
    if (row.effective_from >= to || (row.effective_to !== null && row.effective_to <= from)) continue;
    const counted = kinds.filter(({ category }) => row.categories.includes(category));
    const version: MeasureVersion = { id: row.id, from: row.effective_from, to: row.effective_to, kindIds: counted.map(({ id }) => id), source: row.source };
    const known = measures.get(row.key);
    const servesPeople = row.counts === 'nights' || counted.some(({ subject }) => subject === 'person' || subject === 'headcount');
    // The newest version names the measure; the older ones still say what was counted in their time.
    measures.set(row.key, {
      key: row.key,
      labels: row.labels,
      counts: row.counts,
      byType: row.by_type,
      servesPeople: servesPeople || (known?.servesPeople ?? false),
      versions: [...(known?.versions ?? []), version],
    });
  }
  return [...measures.values()];
}

const PROGRAMS = `
  select p.id, p.code, p.name, p.starts_on::text, p.ends_on::text, p.source,
         exists (select from program_measures measure where measure.organization_id = $1 and measure.program_id = p.id) as "hasMeasures",
         exists (select from program_services service where service.organization_id = $1 and service.program_id = p.id and service.superseded_at is null) as "hasServices",
         exists (select from program_milestones milestone where milestone.organization_id = $1 and milestone.program_id = p.id and milestone.superseded_at is null) as "hasMilestones"
    from programs p where p.organization_id = $1 order by p.starts_on desc, p.code`;

const PROGRAM = `
  select id, code, name, starts_on::text, ends_on::text, source from programs where organization_id = $1 and id = $2`;

const ALL_SITES = 'select id, code, name, time_zone from sites where organization_id = $1 order by name, id';

const SITES = 'select id, code, name, time_zone from sites where organization_id = $1 and id = any ($2::uuid[]) order by name, id';

const MEASURES = `
  select id, key, labels, counts, by_type, categories, effective_from::text, effective_to::text, source from program_measures
   where organization_id = $1 and program_id = $2 and recorded_at <= $3::timestamptz order by position, key, program_measures.effective_from`;

const KINDS = `
  select id, category, coalesce(item_type, code) as type, subject, labels from service_kinds where organization_id = $1 order by position, code`;

const RULES = `
  select id, key, value, effective_from::text as "from", effective_to::text as "to", source,
         to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt"
    from program_rules
   where organization_id = $1 and program_id = $2 and recorded_at <= $3::timestamptz and (superseded_at is null or superseded_at > $3::timestamptz)
     and effective_from < $5::date and (effective_to is null or effective_to > $4::date)
   order by key, program_rules.effective_from`;
