import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { PlanCopyView, TemplateList } from './plan-papers.dto';
import { PlanPapers } from './plan-papers.service';
import { PlanReviews } from './plan-reviews.service';
import { PlanSigning } from './plan-signing.service';
import { HoldReview, LanguageQuery, SignPlan, TemplatesQuery } from './plans.dto';
import { PlanView, SignatureView } from './plans.views.dto';

/** Templates, reviews, signatures and the participant's copy. */
@Controller()
export class PlanPapersController {
  constructor(
    private readonly papers: PlanPapers,
    private readonly reviews: PlanReviews,
    private readonly signing: PlanSigning,
  ) {}

  /** The templates with which a plan can be started. */
  @Get('plan-templates')
  @Can('cases.read')
  templates(@CurrentActor() actor: Actor, @Query() query: TemplatesQuery): Promise<TemplateList> {
    return this.papers.list(actor, query);
  }

  /** The copy that the participant takes home. */
  @Get('plans/:id/copy')
  @Can('cases.read')
  copy(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() { language }: LanguageQuery): Promise<PlanCopyView> {
    return this.papers.copy(actor, id, language);
  }

  /** A participant signs the version that was read. */
  @Post('plans/:id/sign')
  @HttpCode(200)
  @Can('cases.work')
  sign(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SignPlan): Promise<PlanView> {
    return this.signing.sign(actor, id, body);
  }

  /** A signature, and the plan as it was signed. */
  @Get('plan-signatures/:id')
  @Can('cases.read')
  signature(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SignatureView> {
    return this.signing.open(actor, id);
  }

  /** The picture of a signature. */
  @Get('plan-signatures/:id/picture')
  @Header('Cache-Control', 'no-store')
  @Can('cases.read')
  async picture(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.signing.picture(actor, id), { type: 'image/png', disposition: 'inline; filename="signature.png"' });
  }

  /** Writes down what came out of a review. */
  @Post('plan-reviews/:id/hold')
  @HttpCode(200)
  @Can('cases.work')
  hold(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HoldReview): Promise<PlanView> {
    return this.reviews.hold(actor, id, body);
  }
}
