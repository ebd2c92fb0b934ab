import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { CaseHeaderView } from './case.dto';
import { CaseReader } from './case-reader.service';

/** Cases of voluntary case management. */
@Controller('cases')
export class CasesController {
  constructor(private readonly reader: CaseReader) {}

  /** The head of a case. */
  @Get(':id')
  @Can('cases.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseHeaderView> {
    return this.reader.open(actor, id);
  }
}
