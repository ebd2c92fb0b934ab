import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { SitesModule } from '../sites/sites.module';
import { StaysModule } from '../stays/stays.module';
import { MyDayController } from './my-day.controller';
import { MyDayRepository } from './my-day.repository';
import { MyDayService } from './my-day.service';
import { TodayController } from './today.controller';
import { TodayRepository } from './today.repository';
import { TodayService } from './today.service';

/** One site's day and a caseworker's own over everything above: they read, they write nothing. */
@Module({
  imports: [SitesModule, PeopleModule, StaysModule],
  controllers: [TodayController, MyDayController],
  providers: [TodayService, TodayRepository, MyDayService, MyDayRepository],
})
export class TodayModule {}
