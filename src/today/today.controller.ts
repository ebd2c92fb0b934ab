import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { TodayQuery, TodayView } from './today.dto';
import { TodayService } from './today.service';

/** The page of the day. */
@Controller('today')
export class TodayController {
  constructor(private readonly day: TodayService) {}

  /** Who comes, who is here, where there is room, who goes, and what should have been done by now. */
  @Get()
  @Can('today.read')
  today(@CurrentActor() actor: Actor, @Query() query: TodayQuery): Promise<TodayView> {
    return this.day.today(actor, query);
  }
}
