import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ApprovalsView, ApprovalView, DecideApproval, WaitingApprovalsQuery } from './case-approval.dto';
import { CaseApprovals } from './case-approvals.service';

/** What supervisors are asked to approve. */
@Controller()
export class CaseApprovalsController {
  constructor(private readonly approvals: CaseApprovals) {}

  /** What waits at a site, the oldest first. */
  @Get('case-approvals')
  @Can('cases.supervise')
  waiting(@CurrentActor() actor: Actor, @Query() query: WaitingApprovalsQuery): Promise<ApprovalsView> {
    return this.approvals.waiting(actor, query);
  }

  /** Approves something or sends it back. */
  @Post('case-approvals/:id/decide')
  @HttpCode(200)
  @Can('cases.supervise')
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideApproval): Promise<ApprovalView> {
    return this.approvals.decide(actor, id, body);
  }

  /** Everything that was asked on a case. */
  @Get('cases/:id/approvals')
  @Can('cases.read')
  ofCase(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ApprovalsView> {
    return this.approvals.ofCase(actor, id);
  }
}
