import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { TimelineController } from './timeline.controller';
import { Timelines } from './timeline.service';

/** What happened to people and parties, read over all rooms above. */
@Module({
  imports: [PeopleModule],
  controllers: [TimelineController],
  providers: [Timelines],
})
export class TimelineModule {}
