import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { DeparturesService } from './departures.service';
import { CancelTrip, ChangeTrip, DepartTrip, PlanTrip, TripCandidatesQuery, TripCandidatesView, TripsQuery, TripsView, TripView } from './trip.dto';
import { TripsService } from './trips.service';

/** Trips that members of a party take from a site. */
@Controller('trips')
export class TripsController {
  constructor(
    private readonly trips: TripsService,
    private readonly departures: DeparturesService,
  ) {}

  /** The trips of a party, the next one first. */
  @Get()
  @Can('travel.read')
  ofParty(@CurrentActor() actor: Actor, @Query() query: TripsQuery): Promise<TripsView> {
    return this.trips.ofParty(actor, query.partyId);
  }

  /** Who of a party can be put on a trip, and what keeps the others from it. */
  @Get('candidates')
  @Can('travel.record')
  candidates(@CurrentActor() actor: Actor, @Query() query: TripCandidatesQuery): Promise<TripCandidatesView> {
    return this.departures.candidates(actor, query);
  }

  /** One trip with its sponsor. */
  @Get(':id')
  @Can('travel.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TripView> {
    return this.trips.get(actor, id);
  }

  /** Plans a trip for members of a party. */
  @Post()
  @Can('travel.record')
  plan(@CurrentActor() actor: Actor, @Body() body: PlanTrip): Promise<TripView> {
    return this.trips.plan(actor, body);
  }

  /** Changes a trip that has not left. */
  @Patch(':id')
  @Can('travel.record')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeTrip): Promise<TripView> {
    return this.trips.change(actor, id, body);
  }

  /** The travellers have left. Their stays stay open; the answer says whose. */
  @Post(':id/depart')
  @HttpCode(200)
  @Can('travel.record')
  depart(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DepartTrip): Promise<TripView> {
    return this.trips.depart(actor, id, body);
  }

  /** The trip does not take place. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Can('travel.record')
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CancelTrip): Promise<TripView> {
    return this.trips.cancel(actor, id, body);
  }
}
