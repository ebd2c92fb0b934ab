import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { AddToTeam, CaseTeamView, ChangeAcuity, CompartmentOf, HandOverCase, SealCase } from './case-team.dto';
import { CaseTeam } from './case-team.service';
import { CaseSeals } from './case-seals.service';

/** Who works on a case and who sees what of it. */
@Controller('cases/:id')
export class CaseTeamController {
  constructor(
    private readonly team: CaseTeam,
    private readonly seals: CaseSeals,
  ) {}

  /** The team with what is open to each, and what happened to the case. */
  @Get('team')
  @Can('cases.read')
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseTeamView> {
    return this.seals.show(actor, id);
  }

  /** Puts a colleague on the team. */
  @Post('team')
  @HttpCode(204)
  @Can('cases.work')
  add(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AddToTeam): Promise<void> {
    return this.team.add(actor, id, body);
  }

  /** Somebody leaves the team. */
  @Post('team/:userId/end')
  @HttpCode(204)
  @Can('cases.work')
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('userId', ParseUUIDPipe) userId: string): Promise<void> {
    return this.team.end(actor, id, userId);
  }

  /** Hands the lead over. */
  @Post('lead')
  @HttpCode(204)
  @Can('cases.work')
  handOver(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HandOverCase): Promise<void> {
    return this.team.handOver(actor, id, body);
  }

  /** Says how much time the case asks for. */
  @Post('acuity')
  @HttpCode(204)
  @Can('cases.work')
  changeAcuity(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeAcuity): Promise<void> {
    return this.team.changeAcuity(actor, id, body);
  }

  /** Seals the case: it is there for its team only. */
  @Post('seal')
  @HttpCode(204)
  @Can('cases.work')
  seal(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SealCase): Promise<void> {
    return this.seals.seal(actor, id, body, true);
  }

  /** Opens the seal. */
  @Post('unseal')
  @HttpCode(204)
  @Can('cases.work')
  unseal(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SealCase): Promise<void> {
    return this.seals.seal(actor, id, body, false);
  }

  /** Lets a colleague of the team into a compartment. */
  @Post('compartments')
  @HttpCode(204)
  @Can('cases.work')
  letIn(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CompartmentOf): Promise<void> {
    return this.seals.letIn(actor, id, body);
  }

  /** Ends somebody's part in a compartment. */
  @Post('compartments/end')
  @HttpCode(204)
  @Can('cases.work')
  shutOut(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CompartmentOf): Promise<void> {
    return this.seals.shutOut(actor, id, body);
  }
}
