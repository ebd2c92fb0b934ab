import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { SitesModule } from '../sites/sites.module';
import { BedBlocksController } from './bed-blocks.controller';
import { BedBlocksService } from './bed-blocks.service';
import { BedBoardController } from './bed-board.controller';
import { BedBoardRepository } from './bed-board.repository';
import { BedBoardService } from './bed-board.service';
import { BedLedger } from './bed-ledger';
import { BedPeriodsRepository } from './bed-periods.repository';
import { BookingRepository } from './booking.repository';
import { BookingsService } from './bookings.service';
import { CorrectionsService } from './corrections.service';
import { HeadcountsController } from './headcounts.controller';
import { HeadcountsRepository } from './headcounts.repository';
import { HeadcountsService } from './headcounts.service';
import { Occupants } from './occupants.repository';
import { StayList } from './stay-list.service';
import { StayViews } from './stay-views';
import { StaysController } from './stays.controller';
import { StaysRepository } from './stays.repository';
import { StaysService } from './stays.service';

/** Booking to departure; the night, the headcount, the bed board. */
@Module({
  imports: [SitesModule, PeopleModule],
  controllers: [StaysController, BedBlocksController, BedBoardController, HeadcountsController],
  providers: [
    Occupants, BedPeriodsRepository, BedLedger, StaysRepository, StayViews, StayList, StaysService, CorrectionsService, BookingRepository, BookingsService, BedBlocksService,
    BedBoardRepository, BedBoardService, HeadcountsRepository, HeadcountsService,
  ],
  exports: [Occupants, BedBoardRepository],
})
export class StaysModule {}
