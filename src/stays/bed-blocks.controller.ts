import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { BlocksMade, CloseBeds, HoldBeds } from './bed-blocks.dto';
import { BedBlocksService } from './bed-blocks.service';

/** Holds and closures of beds. */
@ApiTags('Stays')
@Controller()
export class BedBlocksController {
  constructor(private readonly blocks: BedBlocksService) {}

  /** Holds beds until a time. */
  @Post('bed-holds')
  @Can('stays.book')
  hold(@CurrentActor() actor: Actor, @Body() body: HoldBeds): Promise<BlocksMade> {
    return this.blocks.hold(actor, body);
  }

  /** Ends a hold. */
  @Delete('bed-holds/:id')
  @HttpCode(204)
  @Can('stays.book')
  release(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.blocks.release(actor, id);
  }

  /** Closes beds on some nights. */
  @Post('bed-closures')
  @Can('beds.close')
  close(@CurrentActor() actor: Actor, @Body() body: CloseBeds): Promise<BlocksMade> {
    return this.blocks.close(actor, body);
  }

  /** Opens a closed bed again. */
  @Delete('bed-closures/:id')
  @HttpCode(204)
  @Can('beds.close')
  reopen(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.blocks.reopen(actor, id);
  }
}
