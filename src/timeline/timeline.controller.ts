import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { TimelinePage, TimelineQuery } from './timeline.dto';
import { Timelines } from './timeline.service';

/** What happened to people and parties. */
@Controller()
export class TimelineController {
  constructor(private readonly timelines: Timelines) {}

  /** What happened to a person, the newest first. */
  @Get('people/:id/timeline')
  @Can('people.read')
  ofPerson(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: TimelineQuery): Promise<TimelinePage> {
    return this.timelines.ofPerson(actor, id, query);
  }

  /** What happened to a party, the newest first. */
  @Get('parties/:id/timeline')
  @Can('people.read')
  ofParty(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: TimelineQuery): Promise<TimelinePage> {
    return this.timelines.ofParty(actor, id, query);
  }
}
