import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ReversalView, ReverseService } from './service-batches.dto';
import { ServiceReversals } from './service-reversals.service';

/** Single lines of the service ledger. */
@ApiTags('Services')
@Controller('service-entries')
export class ServiceEntriesController {
  constructor(private readonly reversals: ServiceReversals) {}

  /** Takes back one line. */
  @Post(':id/reverse')
  @HttpCode(200)
  @Can('services.log')
  reverse(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReverseService): Promise<ReversalView> {
    return this.reversals.reverseEntry(actor, id, body);
  }
}
