import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, IsOptional, IsUUID } from 'class-validator';
import { addDays } from '../platform/clock/clock';
import { IsLocalDate } from '../platform/http/is-local-date';
import { reportDefinitions } from './report-definitions';
import { runStates, type RunState } from './report-run.entity';
import type { RunProgress, RunRow } from './report-runs.repository';
import { toReportView, ReportView } from './report-view.dto';
import type { ReportSnapshot } from './report-snapshot';

/** Asks for a report. */
export class RequestReport {
  /** Which report; the first that is made for the program when it is left out. */
  @IsOptional()
  @IsIn(reportDefinitions.map(({ key }) => key))
  definition?: string;

  /** The program year. */
  @IsUUID()
  programId: string;

  /** First day of the period. */
  @IsLocalDate()
  periodFrom: string;

  /** Last day of the period; it counts. */
  @IsLocalDate()
  periodTo: string;

  /** The sites whose rows are counted. */
  @IsUUID(undefined, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  siteIds: string[];
}

/** A site of a report. */
export class ReportSiteView {
  id: string;
  code: string;
  name: string;
}

/** One computation of a report. */
export class ReportRunView {
  id: string;
  definition: string;
  definitionVersion: string;
  programId: string;
  programCode: string;
  programName: string;
  /** First day of the period. */
  periodFrom: string;
  /** Last day of the period; it counts. */
  periodTo: string;
  sites: ReportSiteView[];
  /** The moment whose ledger is counted; null until the computation has begun. */
  asOf: string | null;
  /** The run that this one repeats as of the same moment. */
  repeatsId: string | null;
  @ApiProperty({ enum: runStates })
  state: RunState;
  stepsDone: number;
  stepsTotal: number;
  errorCode: string | null;
  /** SHA-256 of the finished report. */
  sha256: string | null;
  requestedAt: Date;
  requestedBy: string | null;
  finishedAt: Date | null;
}

/** Runs, newest first. */
export class ReportRunList {
  items: ReportRunView[];
  next: string | null;
}

/** A run with what it found. */
export class ReportRunPage extends ReportRunView {
  /** The finished report; null until then. */
  @ApiProperty({ type: () => ReportView, nullable: true })
  report: ReportView | null;
  /** Whether the stored report still has the hash it was finished with. */
  intact: boolean | null;
  /** Whether the reader may run it again or stop it. */
  mayRun: boolean;
  /** The run that is repeated has the same hash; null when nothing is repeated or one of them is not finished. */
  sameAsRepeated: boolean | null;
}

/** How far a run is; sent as server-sent events. */
export class ReportProgressView {
  @ApiProperty({ enum: runStates })
  state: RunState;
  stepsDone: number;
  stepsTotal: number;
  errorCode: string | null;
}

/** The view of a run. */
export function toRunView(row: RunRow): ReportRunView {
  return {
    id: row.id,
    definition: row.definition,
    definitionVersion: row.definition_version,
    programId: row.program_id,
    programCode: row.program_code,
    programName: row.program_name,
    periodFrom: row.period_from,
    periodTo: addDays(row.period_to, -1),
    sites: row.sites,
    asOf: row.as_of,
    repeatsId: row.repeats_id,
    state: row.state,
    stepsDone: row.steps_done,
    stepsTotal: row.steps_total,
    errorCode: row.error_code,
    sha256: row.sha256,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    finishedAt: row.finished_at,
  };
}

/** The view of a run with its report. */
export function toRunPage(
  row: RunRow, snapshot: ReportSnapshot | null, more: Pick<ReportRunPage, 'intact' | 'mayRun' | 'sameAsRepeated'>,
): ReportRunPage {
  return { ...toRunView(row), report: snapshot ? toReportView(snapshot) : null, intact: more.intact, mayRun: more.mayRun, sameAsRepeated: more.sameAsRepeated };
}

/** The view of a run's progress. */
export function toProgressView(row: RunProgress): ReportProgressView {
  return { state: row.state, stepsDone: row.steps_done, stepsTotal: row.steps_total, errorCode: row.error_code };
}
