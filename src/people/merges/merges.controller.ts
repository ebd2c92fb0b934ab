import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { MergePerson, PersonMergesView } from './merges.dto';
import { PersonMerges } from './merges.service';

/** Records that are about the same person. */
@Controller()
export class MergesController {
  constructor(private readonly merges: PersonMerges) {}

  /** The merges a record was part of, also those that were taken back. */
  @Get('people/:id/merges')
  @Can('people.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonMergesView> {
    return this.merges.list(actor, id);
  }

  /** Merges another record into this one. Both histories are kept. */
  @Post('people/:id/merges')
  @Can('people.merge')
  merge(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MergePerson): Promise<PersonMergesView> {
    return this.merges.merge(actor, id, body);
  }

  /** Takes a merge back: both records are again what they were. */
  @Post('person-merges/:id/undo')
  @HttpCode(200)
  @Can('people.merge')
  undo(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonMergesView> {
    return this.merges.undo(actor, id);
  }
}
