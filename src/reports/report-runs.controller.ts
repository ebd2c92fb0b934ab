import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { OwnTransaction } from '../platform/http/own-transaction';
import { PageQuery } from '../platform/http/page-query.dto';
import { ReportProgress } from './report-progress';
import { ReportProgressView, ReportRunList, ReportRunPage, ReportRunView, RequestReport } from './report-runs.dto';
import { ReportRunsService } from './report-runs.service';

/** Reports that were asked for. */
@Controller('report-runs')
export class ReportRunsController {
  constructor(
    private readonly runs: ReportRunsService,
    private readonly watch: ReportProgress,
  ) {}

  /** Asks for a report; a worker computes it. */
  @Post()
  @Can('reports.run')
  request(@CurrentActor() actor: Actor, @Body() body: RequestReport): Promise<ReportRunView> {
    return this.runs.request(actor, body);
  }

  /** The reports that were asked for, newest first. */
  @Get()
  @Can('reports.read')
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ReportRunList> {
    return this.runs.list(actor, query);
  }

  /** One report with its figures. */
  @Get(':id')
  @Can('reports.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportRunPage> {
    return this.runs.open(actor, id);
  }

  /** How far the computation is, until it is over. */
  @Get(':id/progress')
  @Can('reports.read')
  @OwnTransaction()
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: ReportProgressView })
  progress(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    return this.watch.tell(actor, id, response);
  }

  /** Computes the same report again as of the same moment. */
  @Post(':id/repeat')
  @Can('reports.run')
  repeat(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportRunView> {
    return this.runs.repeat(actor, id);
  }

  /** Stops a report that waits or is being computed. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Can('reports.run')
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportRunView> {
    return this.runs.cancel(actor, id);
  }
}
