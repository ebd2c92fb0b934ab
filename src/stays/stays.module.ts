import { Module } from '@nestjs/common';
import { Occupants } from './occupants.repository';

/** Booking to departure; the night, the headcount, the bed board. */
@Module({
  providers: [Occupants],
  exports: [Occupants],
})
export class StaysModule {}
