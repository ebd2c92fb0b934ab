import { Injectable, StreamableFile } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { addDays } from '../../platform/clock/clock';
import { ReportRunsService } from '../report-runs.service';
import { reportCsv } from './report-csv';
import type { DownloadReportQuery, ReportFormat } from './report-files.dto';
import { reportPdf } from './report-pdf';
import type { WrittenReport } from './report-tables';
import { reportXlsx } from './report-xlsx';

const formats: Record<ReportFormat, { type: string; write: (report: WrittenReport) => Buffer | Promise<Buffer> }> = {
  csv: { type: 'text/csv; charset=utf-8', write: reportCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: reportXlsx },
  pdf: { type: 'application/pdf', write: reportPdf },
};

/** Finished reports as files. */
@Injectable()
export class ReportFilesService {
  constructor(
    private readonly runs: ReportRunsService,
    private readonly audit: Audit,
  ) {}

  /** A finished report as a file in one of the languages of the house. */
  async download(actor: Actor, id: string, { format, language }: DownloadReportQuery): Promise<StreamableFile> {
    const { row, plan, snapshot } = await this.runs.finished(actor, id);
    const { type, write } = formats[format];
    const bytes = await write({ run: row, plan, snapshot, language: language ?? (actor.language === 'es' ? 'es' : 'en') });
    await this.audit.record({ action: 'report.downloaded', recordType: 'report_run', recordId: id, reason: format });
    const name = `${snapshot.program.code}_${snapshot.period.from}_${addDays(snapshot.period.to, -1)}_${id.slice(-8)}.${format}`;
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
  }
}
