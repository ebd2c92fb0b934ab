import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { DeparturesService } from './departures.service';
import { DeparturesQuery, DeparturesView, WaitingQuery, WaitingView } from './trip.dto';

/** The departures board of a site. */
@Controller('departures')
export class DeparturesController {
  constructor(private readonly departures: DeparturesService) {}

  /** Who leaves on a day, grouped by the hour of leaving. */
  @Get()
  @Can('travel.read')
  on(@CurrentActor() actor: Actor, @Query() query: DeparturesQuery): Promise<DeparturesView> {
    return this.departures.on(actor, query);
  }

  /** Parties in the house without an onward trip. */
  @Get('waiting')
  @Can('travel.read')
  waiting(@CurrentActor() actor: Actor, @Query() query: WaitingQuery): Promise<WaitingView> {
    return this.departures.waiting(actor, query);
  }
}
