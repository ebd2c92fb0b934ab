import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { MilestonePaths } from './milestone-paths.service';
import { MilestoneHistory, MilestoneHistoryQuery, MilestonePath, PersonMilestones, RecordMilestone } from './milestones.dto';
import { Milestones } from './milestones.service';

/** The milestones of families and persons. */
@Controller()
export class MilestonesController {
  constructor(
    private readonly milestones: Milestones,
    private readonly paths: MilestonePaths,
  ) {}

  /** The path of a case: its family, and each of its members. */
  @Get('cases/:id/milestones')
  @Can('cases.read')
  ofCase(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MilestonePath> {
    return this.paths.ofCase(actor, id);
  }

  /** Records what is said about a milestone. */
  @Post('cases/:id/milestones')
  @HttpCode(200)
  @Can('cases.work')
  record(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordMilestone): Promise<MilestonePath> {
    return this.milestones.record(actor, id, body);
  }

  /** Everything that was said about a milestone, the newest first. */
  @Get('cases/:id/milestones/history')
  @Can('cases.read')
  history(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: MilestoneHistoryQuery): Promise<MilestoneHistory> {
    return this.milestones.history(actor, id, query);
  }

  /** The paths of a person, one for each case that the reader may open. */
  @Get('people/:id/milestones')
  @Can('cases.read')
  ofPerson(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonMilestones> {
    return this.paths.ofPerson(actor, id);
  }
}
