import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ReportChangesView } from './report-changes.dto';
import { ReportChangesService } from './report-changes.service';
import { ChangedRowsQuery, FigureRowList, FigureRowsQuery } from './report-rows.dto';
import { ReportRowsService } from './report-rows.service';

/** What lies behind the figures of a finished report, and what became different since. */
@Controller('report-runs/:id')
export class ReportFiguresController {
  constructor(
    private readonly rows: ReportRowsService,
    private readonly changes: ReportChangesService,
  ) {}

  /** The rows behind one set of a figure, as of the report's moment. */
  @Get('figures/:key/rows')
  @Can('reports.read')
  figureRows(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('key') key: string, @Query() query: FigureRowsQuery): Promise<FigureRowList> {
    return this.rows.ofFigure(actor, id, key, query);
  }

  /** What came and went since the report, and what that does to each figure. */
  @Get('changes')
  @Can('reports.read')
  since(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportChangesView> {
    return this.changes.since(actor, id);
  }

  /** The rows of a figure that came or went since the report. */
  @Get('changes/:key/rows')
  @Can('reports.read')
  changedRows(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('key') key: string, @Query() query: ChangedRowsQuery): Promise<FigureRowList> {
    return this.rows.changed(actor, id, key, query);
  }
}
