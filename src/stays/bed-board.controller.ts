import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { BedBoardService } from './bed-board.service';
import { BoardView, OpenBoard } from './bed-board.dto';

/** The bed board. */
@ApiTags('Stays')
@Controller('bed-board')
export class BedBoardController {
  constructor(private readonly board: BedBoardService) {}

  /** The beds of a site on some nights, who has them, and who waits for one. */
  @Get()
  @Can('stays.read')
  open(@CurrentActor() actor: Actor, @Query() query: OpenBoard): Promise<BoardView> {
    return this.board.open(actor, query);
  }
}
