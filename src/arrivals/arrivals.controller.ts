import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ArrivalPage, ArrivalsQuery, ArrivalView, ExpectArrival } from './arrivals.dto';
import { ArrivalsService } from './arrivals.service';

@Controller('arrivals')
export class ArrivalsController {
  constructor(private readonly arrivals: ArrivalsService) {}

  /** The people announced for a day at a site. */
  @Get()
  @Can('arrivals.read')
  list(@CurrentActor() actor: Actor, @Query() query: ArrivalsQuery): Promise<ArrivalPage> {
    return this.arrivals.list(actor, query);
  }

  /** Announces people for a day. */
  @Post()
  @Can('arrivals.record')
  expect(@CurrentActor() actor: Actor, @Body() body: ExpectArrival): Promise<ArrivalView> {
    return this.arrivals.expect(actor, body);
  }

  /** The announced people are here. */
  @Post(':id/arrived')
  @HttpCode(200)
  @Can('arrivals.record')
  arrived(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ArrivalView> {
    return this.arrivals.arrived(actor, id);
  }

  /** The announced people did not come. */
  @Post(':id/no-show')
  @HttpCode(200)
  @Can('arrivals.record')
  didNotCome(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ArrivalView> {
    return this.arrivals.didNotCome(actor, id);
  }

  /** The arrival was called off. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Can('arrivals.record')
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ArrivalView> {
    return this.arrivals.cancel(actor, id);
  }
}
