import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { IndicatorRowList, IndicatorRowsQuery } from './indicator.dto';
import { IndicatorRowsService } from './indicator-rows.service';

/** Who is behind the indicators of a finished report. */
@Controller('report-runs/:id/indicators')
export class IndicatorRowsController {
  constructor(private readonly rows: IndicatorRowsService) {}

  /** The people behind an indicator, or behind one of its parts or groups, as of the report's moment. */
  @Get(':key/rows')
  @Can('reports.read')
  rowsOf(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('key') key: string, @Query() query: IndicatorRowsQuery): Promise<IndicatorRowList> {
    return this.rows.ofIndicator(actor, id, key, query);
  }
}
