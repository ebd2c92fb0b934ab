import { Module } from '@nestjs/common';
import { DeparturesController } from './departures.controller';
import { DeparturesService } from './departures.service';
import { PartyTravelRepository } from './party-travel.repository';
import { TravelRules } from './travel-rules';
import { TripOpener } from './trip-opener';
import { TripVault } from './trip-vault';
import { TripsController } from './trips.controller';
import { TripsRepository } from './trips.repository';
import { TripsService } from './trips.service';

/** Onward travel: trips, sponsors, departures. */
@Module({
  controllers: [TripsController, DeparturesController],
  providers: [TripsService, DeparturesService, TripsRepository, PartyTravelRepository, TravelRules, TripVault, TripOpener],
  exports: [TripsService],
})
export class TravelModule {}
