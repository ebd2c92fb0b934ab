import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { MyDayQuery, MyDayView } from './my-day.dto';
import { MyDayService } from './my-day.service';

/** The page of a caseworker's day. */
@Controller('my-day')
export class MyDayController {
  constructor(private readonly day: MyDayService) {}

  /** What is due on the reader's cases at a site, what waits for their signature, and with whom nothing is planned. */
  @Get()
  @Can('cases.read')
  mine(@CurrentActor() actor: Actor, @Query() query: MyDayQuery): Promise<MyDayView> {
    return this.day.mine(actor, query);
  }
}
