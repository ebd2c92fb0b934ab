import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { OwnTransaction } from '../platform/http/own-transaction';
import { ExportQuery, ReversalView, ReverseService } from './service-batches.dto';
import { ServiceExport } from './service-export.service';
import { ServiceReversals } from './service-reversals.service';

/** Single lines of the service ledger. */
@ApiTags('Services')
@Controller('service-entries')
export class ServiceEntriesController {
  constructor(
    private readonly reversals: ServiceReversals,
    private readonly exports: ServiceExport,
  ) {}

  /** The ledger as CSV: every entry and every reversal, of the sites you may export and the days you name. */
  @Get('export.csv')
  @Can('services.export')
  @OwnTransaction()
  @ApiProduces('text/csv')
  @ApiOkResponse({ type: String, description: 'CSV with a header line; codes, ids and figures, no names.' })
  export(@CurrentActor() actor: Actor, @Query() query: ExportQuery, @Res() response: Response): Promise<void> {
    return this.exports.send(actor, query, response);
  }

  /** Takes back one line. */
  @Post(':id/reverse')
  @HttpCode(200)
  @Can('services.log')
  reverse(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReverseService): Promise<ReversalView> {
    return this.reversals.reverseEntry(actor, id, body);
  }
}
