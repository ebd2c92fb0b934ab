import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { PlanApprovals } from './plan-approvals.service';
import { PlanGoals } from './plan-goals.service';
import { PlanSteps } from './plan-steps.service';
import { AddGoal, AddStep, ChangeGoal, ChangeStep, FinishPlan, StartPlan } from './plans.dto';
import { Plans } from './plans.service';
import { GoalHistory, PlanPage, PlanView } from './plans.views.dto';

/** Plans that belong to participants: their goals and steps. */
@Controller()
export class PlansController {
  constructor(
    private readonly plans: Plans,
    private readonly goals: PlanGoals,
    private readonly steps: PlanSteps,
    private readonly approval: PlanApprovals,
  ) {}

  /** The plan of a case, or that there is none yet. */
  @Get('cases/:id/plan')
  @Can('cases.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PlanPage> {
    return this.plans.open(actor, id);
  }

  /** Starts the plan of a case, empty or from a template. */
  @Post('cases/:id/plan')
  @Can('cases.work')
  start(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: StartPlan): Promise<PlanView> {
    return this.plans.start(actor, id, body);
  }

  /** A plan, also one that was finished. */
  @Get('plans/:id')
  @Can('cases.read')
  openOne(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PlanView> {
    return this.plans.openOne(actor, id);
  }

  /** Ends a plan. */
  @Post('plans/:id/finish')
  @HttpCode(200)
  @Can('cases.work')
  finish(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: FinishPlan): Promise<PlanView> {
    return this.plans.finish(actor, id, body);
  }

  /** Asks a supervisor to approve the plan. */
  @Post('plans/:id/approval')
  @HttpCode(200)
  @Can('cases.work')
  askApproval(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PlanView> {
    return this.approval.ask(actor, id);
  }

  /** Takes the request back while it is not answered. */
  @Delete('plans/:id/approval')
  @Can('cases.work')
  withdrawApproval(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PlanView> {
    return this.approval.withdraw(actor, id);
  }

  /** Adds a goal with its first steps. */
  @Post('plans/:id/goals')
  @Can('cases.work')
  addGoal(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AddGoal): Promise<PlanView> {
    return this.goals.add(actor, id, body);
  }

  /** Changes the words of a goal, whose it is, or how it stands. */
  @Patch('plan-goals/:id')
  @Can('cases.work')
  changeGoal(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeGoal): Promise<PlanView> {
    return this.goals.change(actor, id, body);
  }

  /** Every version of a goal. */
  @Get('plan-goals/:id/history')
  @Can('cases.read')
  history(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<GoalHistory> {
    return this.goals.history(actor, id);
  }

  /** Adds a step to a goal. */
  @Post('plan-goals/:id/steps')
  @Can('cases.work')
  addStep(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AddStep): Promise<PlanView> {
    return this.steps.add(actor, id, body);
  }

  /** Changes a step, or ticks it off. */
  @Patch('plan-steps/:id')
  @Can('cases.work')
  changeStep(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeStep): Promise<PlanView> {
    return this.steps.change(actor, id, body);
  }
}
