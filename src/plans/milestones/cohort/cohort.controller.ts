import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../../auth/actor';
import { Can } from '../../../auth/route-access';
import { CohortQuery, CohortRowPage, CohortRowsQuery, CohortView } from './cohort.dto';
import { Cohorts } from './cohort.service';

/** What those who entered a program reached. */
@Controller('programs/:id/milestone-cohort')
export class CohortController {
  constructor(private readonly cohorts: Cohorts) {}

  /** The milestones of those who entered a program in a span; for supervisors, and without small numbers for readers of reports. */
  @Get()
  @Can('programs.read')
  ofProgram(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: CohortQuery): Promise<CohortView> {
    return this.cohorts.ofProgram(actor, id, query);
  }

  /** Those behind a number. */
  @Get('rows')
  @Can('cases.supervise')
  rows(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: CohortRowsQuery): Promise<CohortRowPage> {
    return this.cohorts.rows(actor, id, query);
  }
}
