import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { DownloadReportQuery } from './report-files.dto';
import { ReportFilesService } from './report-files.service';

/** Reports as files. */
@Controller('report-runs/:id/download')
export class ReportFilesController {
  constructor(private readonly files: ReportFilesService) {}

  /** A finished report as CSV, Excel workbook or PDF. */
  @Get()
  @Can('reports.read')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  download(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: DownloadReportQuery): Promise<StreamableFile> {
    return this.files.download(actor, id, query);
  }
}
