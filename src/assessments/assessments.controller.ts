import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { PageQuery } from '../platform/http/page-query.dto';
import { AssessmentDrafts } from './assessment-drafts.service';
import { AssessmentFinishing } from './assessment-finishing.service';
import { AssessmentReader } from './assessment-reader.service';
import { AssessmentList, AssessmentPage, ChangeView, SavedView } from './assessment-views.dto';
import { AssessmentVersion, ChangeQuery, CorrectAssessment, SaveAssessment, StartAssessment } from './assessments.dto';

/** Assessments of a case. */
@Controller()
export class AssessmentsController {
  constructor(
    private readonly reader: AssessmentReader,
    private readonly drafts: AssessmentDrafts,
    private readonly finishing: AssessmentFinishing,
  ) {}

  /** The assessments of a case, the newest first, and the instruments that can be begun. */
  @Get('cases/:id/assessments')
  @Can('cases.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<AssessmentList> {
    return this.reader.list(actor, id, query);
  }

  /** What changed between entry and the latest look, by person and domain. */
  @Get('cases/:id/assessments/change')
  @Can('cases.read')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() { instrument }: ChangeQuery): Promise<ChangeView> {
    return this.reader.change(actor, id, instrument);
  }

  /** Begins an assessment. */
  @Post('cases/:id/assessments')
  @Can('cases.work')
  start(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: StartAssessment): Promise<AssessmentPage> {
    return this.drafts.start(actor, id, body);
  }

  /** One assessment with its answers. */
  @Get('assessments/:id')
  @Can('cases.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AssessmentPage> {
    return this.reader.open(actor, id);
  }

  /** Saves a draft while it is being filled in. */
  @Patch('assessments/:id')
  @Can('cases.work')
  save(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SaveAssessment): Promise<SavedView> {
    return this.drafts.save(actor, id, body);
  }

  /** Throws a draft away. */
  @Delete('assessments/:id')
  @HttpCode(204)
  @Can('cases.work')
  discard(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.drafts.discard(actor, id);
  }

  /** Makes a draft final. */
  @Post('assessments/:id/finalize')
  @HttpCode(200)
  @Can('cases.work')
  finalize(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AssessmentVersion): Promise<AssessmentPage> {
    return this.finishing.finalize(actor, id, body);
  }

  /** Begins a correction of what is final, with a reason. */
  @Post('assessments/:id/correct')
  @Can('cases.work')
  correct(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectAssessment): Promise<AssessmentPage> {
    return this.finishing.correct(actor, id, body);
  }

  /** Asks a supervisor to approve what is final. */
  @Post('assessments/:id/ask-approval')
  @HttpCode(200)
  @Can('cases.work')
  askApproval(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AssessmentPage> {
    return this.finishing.askApproval(actor, id);
  }
}
