import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { CaseCloseReasons } from './case-close-reasons.service';
import { AskToClose, CloseReasonsView, ClosingsView, FollowUpsQuery, FollowUpsView, FollowUpView, RecordFollowUp, ReopenCase } from './case-closing.dto';
import { CaseClosings } from './case-closing.service';
import { CaseFollowUps } from './case-follow-ups.service';
import { CaseReopening } from './case-reopening.service';

/** Closing a case, reopening it, and asking again later. */
@Controller()
export class CaseClosingController {
  constructor(
    private readonly reasons: CaseCloseReasons,
    private readonly closings: CaseClosings,
    private readonly reopening: CaseReopening,
    private readonly followUps: CaseFollowUps,
  ) {}

  /** The reasons for closing and what each asks for. */
  @Get('case-close-reasons')
  @Can('cases.read')
  async listReasons(): Promise<CloseReasonsView> {
    return { items: await this.reasons.all() };
  }

  /** How a case closed or is to close. */
  @Get('cases/:id/closing')
  @Can('cases.read')
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ClosingsView> {
    return this.reopening.show(actor, id);
  }

  /** Asks a supervisor to close a case. */
  @Post('cases/:id/closing')
  @HttpCode(204)
  @Can('cases.work')
  ask(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AskToClose): Promise<void> {
    return this.closings.ask(actor, id, body);
  }

  /** Takes the question back. */
  @Post('cases/:id/closing/withdraw')
  @HttpCode(204)
  @Can('cases.work')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.closings.withdraw(actor, id);
  }

  /** A closed case goes on. */
  @Post('cases/:id/reopen')
  @HttpCode(204)
  @Can('cases.supervise')
  reopen(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReopenCase): Promise<void> {
    return this.reopening.reopen(actor, id, body);
  }

  /** The follow-ups of a case. */
  @Get('cases/:id/follow-ups')
  @Can('cases.read')
  followUpsOf(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FollowUpsView> {
    return this.followUps.ofCase(actor, id);
  }

  /** Follow-ups that are planned at a site, the earliest first. */
  @Get('case-follow-ups')
  @Can('cases.read')
  planned(@CurrentActor() actor: Actor, @Query() query: FollowUpsQuery): Promise<FollowUpsView> {
    return this.followUps.planned(actor, query);
  }

  /** Writes down how it was when somebody asked. */
  @Post('case-follow-ups/:id')
  @HttpCode(200)
  @Can('cases.work')
  record(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordFollowUp): Promise<FollowUpView> {
    return this.followUps.record(actor, id, body);
  }
}
