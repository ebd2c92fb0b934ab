import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { LoggedServiceView, LogService, ReversalView, ReverseService, ServiceBatchDetail, ServiceBatchPage, ServiceLogQuery } from './service-batches.dto';
import { ServiceBatchesService } from './service-batches.service';
import { ServiceLog } from './service-log.service';
import { ServiceReversals } from './service-reversals.service';

/** The service log: what was given in one go to people, parties, rooms or a count. */
@ApiTags('Services')
@Controller('service-batches')
export class ServiceBatchesController {
  constructor(
    private readonly batches: ServiceBatchesService,
    private readonly log: ServiceLog,
    private readonly reversals: ServiceReversals,
  ) {}

  /** What was logged for a day at a site, the latest first. */
  @Get()
  @Can('services.read')
  list(@CurrentActor() actor: Actor, @Query() query: ServiceLogQuery): Promise<ServiceBatchPage> {
    return this.batches.list(actor, query);
  }

  /** Logs a service. Over a limit of the catalogue it answers 409 SERVICE_OVER_LIMIT with who passes which; with a reason it goes through. */
  @Post()
  @Can('services.log')
  create(@CurrentActor() actor: Actor, @Body() body: LogService): Promise<LoggedServiceView> {
    return this.log.log(actor, body);
  }

  /** One batch with its lines. */
  @Get(':id')
  @Can('services.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ServiceBatchDetail> {
    return this.batches.open(actor, id);
  }

  /** Takes back everything that still stands of a batch. */
  @Post(':id/reverse')
  @HttpCode(200)
  @Can('services.log')
  reverse(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReverseService): Promise<ReversalView> {
    return this.reversals.reverseBatch(actor, id, body);
  }
}
