import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { HeadcountsPage, HeadcountView, ListHeadcounts, TakeHeadcount } from './headcounts.dto';
import { HeadcountsService } from './headcounts.service';

/** The nightly headcount. */
@ApiTags('Stays')
@Controller('headcounts')
export class HeadcountsController {
  constructor(private readonly headcounts: HeadcountsService) {}

  /** Tonight's census and the counts of earlier nights. */
  @Get()
  @Can('stays.read')
  list(@CurrentActor() actor: Actor, @Query() query: ListHeadcounts): Promise<HeadcountsPage> {
    return this.headcounts.page(actor, query);
  }

  /** Writes down how many people were counted. */
  @Post()
  @Can('headcount.take')
  take(@CurrentActor() actor: Actor, @Body() body: TakeHeadcount): Promise<HeadcountView> {
    return this.headcounts.take(actor, body);
  }
}
