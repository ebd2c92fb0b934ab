import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { BookingsService } from './bookings.service';
import { CorrectionsService } from './corrections.service';
import { StayList } from './stay-list.service';
import {
  ArriveStay, AskForBeds, BookStays, CancelStay, CorrectStay, DepartStay, ExtendStay, LeaveStay, ListStays, MoveStay, NoShowStay, ReturnStay,
} from './stays.dto';
import { StaysService } from './stays.service';
import { StaysMade, StaysPage, StayTrailView, StayView, Suggestions } from './stays.views.dto';

/** Stays from booking to departure. */
@ApiTags('Stays')
@Controller('stays')
export class StaysController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly stays: StaysService,
    private readonly corrections: CorrectionsService,
    private readonly stayList: StayList,
  ) {}

  /** The stays of a site in the order of leaving. */
  @Get()
  @Can('stays.read')
  list(@CurrentActor() actor: Actor, @Query() query: ListStays): Promise<StaysPage> {
    return this.stayList.page(actor, query);
  }

  /** A stay with the whole history of its nights. */
  @Get(':id')
  @Can('stays.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StayTrailView> {
    return this.corrections.trail(actor, id);
  }

  /** Beds that a party could have, the best plan first. */
  @Post('suggestions')
  @HttpCode(200)
  @Can('stays.book')
  suggest(@CurrentActor() actor: Actor, @Body() body: AskForBeds): Promise<Suggestions> {
    return this.bookings.suggest(actor, body);
  }

  /** Gives beds to a party: all of them or none. */
  @Post()
  @Can('stays.book')
  book(@CurrentActor() actor: Actor, @Body() body: BookStays): Promise<StaysMade> {
    return this.bookings.book(actor, body);
  }

  /** The guest came. */
  @Post(':id/arrive')
  @HttpCode(200)
  @Can('stays.book')
  arrive(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ArriveStay): Promise<StayView> {
    return this.stays.arrive(actor, id, body);
  }

  /** The guest leaves later or earlier than planned. */
  @Post(':id/extend')
  @HttpCode(200)
  @Can('stays.book')
  extend(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ExtendStay): Promise<StayView> {
    return this.stays.extend(actor, id, body);
  }

  /** The guest gets another bed. */
  @Post(':id/move')
  @HttpCode(200)
  @Can('stays.book')
  move(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MoveStay): Promise<StayView> {
    return this.stays.move(actor, id, body);
  }

  /** The guest left. */
  @Post(':id/depart')
  @HttpCode(200)
  @Can('stays.book')
  depart(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DepartStay): Promise<StayView> {
    return this.stays.depart(actor, id, body);
  }

  /** A booked guest did not come. */
  @Post(':id/no-show')
  @HttpCode(200)
  @Can('stays.book')
  noShow(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: NoShowStay): Promise<StayView> {
    return this.stays.noShow(actor, id, body);
  }

  /** A booking is called off. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Can('stays.book')
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CancelStay): Promise<StayView> {
    return this.stays.cancel(actor, id, body);
  }

  /** The guest sleeps elsewhere for a while; the rest of the party stays. */
  @Post(':id/leave')
  @HttpCode(200)
  @Can('stays.book')
  leave(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: LeaveStay): Promise<StayView> {
    return this.stays.leave(actor, id, body);
  }

  /** The guest is back. */
  @Post(':id/return')
  @HttpCode(200)
  @Can('stays.book')
  return(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReturnStay): Promise<StayView> {
    return this.stays.return(actor, id, body);
  }

  /** Puts nights right that are over. */
  @Post(':id/correct')
  @HttpCode(200)
  @Can('stays.correct')
  correct(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectStay): Promise<StayView> {
    return this.corrections.correct(actor, id, body);
  }
}
