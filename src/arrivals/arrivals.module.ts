import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ArrivalsController } from './arrivals.controller';
import { ArrivalsRepository } from './arrivals.repository';
import { ArrivalsService } from './arrivals.service';

/** Announced arrivals and the lists of people that come with them. */
@Module({
  imports: [PeopleModule],
  controllers: [ArrivalsController],
  providers: [ArrivalsRepository, ArrivalsService],
})
export class ArrivalsModule {}
