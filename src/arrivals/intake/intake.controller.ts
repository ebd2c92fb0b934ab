import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { DraftList, DraftSaved, DraftView, IntakeView, RecordIntake, SaveDraft } from './intake.dto';
import { IntakeDrafts } from './intake-drafts.service';
import { Intakes } from './intake.service';

/** Intake: forms in progress, and parties recorded at the door. */
@Controller()
export class IntakeController {
  constructor(
    private readonly drafts: IntakeDrafts,
    private readonly intakes: Intakes,
  ) {}

  /** The forms that the worker has not finished. */
  @Get('intake-drafts')
  @Can('intake.work')
  list(@CurrentActor() actor: Actor): Promise<DraftList> {
    return this.drafts.list(actor);
  }

  /** A form, to go on with it. */
  @Get('intake-drafts/:id')
  @Can('intake.work')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DraftView> {
    return this.drafts.open(actor, id);
  }

  /** Saves what is typed so far. */
  @Put('intake-drafts/:id')
  @Can('intake.work')
  save(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SaveDraft): Promise<DraftSaved> {
    return this.drafts.save(actor, id, body);
  }

  /** Throws a form away. */
  @Delete('intake-drafts/:id')
  @HttpCode(204)
  @Can('intake.work')
  discard(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.drafts.discard(actor, id);
  }

  /** Records a party at the door, everything or nothing. */
  @Post('intakes')
  @Can('intake.work')
  record(@CurrentActor() actor: Actor, @Body() body: RecordIntake): Promise<IntakeView> {
    return this.intakes.record(actor, body);
  }
}
