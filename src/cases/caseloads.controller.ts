import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { CaseHandovers } from './case-handovers.service';
import { CaseloadsQuery, CaseloadsView, CasesView, HandoversQuery } from './case-list.dto';
import { CaseLists } from './case-lists.service';
import { CaseWorkerChoices, HandedOver, HandOverCases } from './case-team.dto';
import { Caseloads } from './caseloads.service';

/** Who carries which cases, and cases that need somebody else. */
@Controller()
export class CaseloadsController {
  constructor(
    private readonly caseloads: Caseloads,
    private readonly lists: CaseLists,
    private readonly handovers: CaseHandovers,
  ) {}

  /** What every worker carries at a site, and what waits in it. */
  @Get('caseloads')
  @Can('cases.supervise')
  at(@CurrentActor() actor: Actor, @Query() { siteId }: CaseloadsQuery): Promise<CaseloadsView> {
    return this.caseloads.at(actor, siteId);
  }

  /** Everybody who can carry cases at a site. */
  @Get('case-workers')
  @Can('cases.work')
  choices(@CurrentActor() actor: Actor, @Query() { siteId }: CaseloadsQuery): Promise<CaseWorkerChoices> {
    return this.caseloads.choices(actor, siteId);
  }

  /** Open cases whose lead worker cannot work on them any more. */
  @Get('case-handovers')
  @Can('cases.supervise')
  leftBehind(@CurrentActor() actor: Actor, @Query() query: HandoversQuery): Promise<CasesView> {
    return this.lists.leftBehind(actor, query);
  }

  /** Hands several cases over to one colleague. */
  @Post('case-handovers')
  @HttpCode(200)
  @Can('cases.supervise')
  async handOver(@CurrentActor() actor: Actor, @Body() body: HandOverCases): Promise<HandedOver> {
    return { caseIds: await this.handovers.handOver(actor, body) };
  }
}
