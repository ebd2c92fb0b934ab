import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { GoalsRepository } from './goals.repository';
import { PlanApprovals } from './plan-approvals.service';
import { PlanDesk } from './plan-desk';
import { PlanGoals } from './plan-goals.service';
import { PlanPapersController } from './plan-papers.controller';
import { PlanPapers } from './plan-papers.service';
import { PlanReader } from './plan-reader.service';
import { PlanReviews } from './plan-reviews.service';
import { PlanSigning } from './plan-signing.service';
import { PlanSteps } from './plan-steps.service';
import { PlanTemplates } from './plan-templates';
import { PlanVault } from './plan-vault';
import { PlanWriter } from './plan-writer';
import { PlansController } from './plans.controller';
import { PlansRepository } from './plans.repository';
import { Plans } from './plans.service';
import { SigningRecord } from './signing-record';
import { StepDrafts } from './step-drafts';

/** Plans that belong to participants. */
@Module({
  imports: [CasesModule, PeopleModule, ProgramsModule],
  controllers: [PlansController, PlanPapersController],
  providers: [
    PlanDesk, PlansRepository, GoalsRepository, PlanVault, PlanReader, PlanWriter, StepDrafts, PlanTemplates, Plans, PlanGoals, PlanSteps, PlanReviews, PlanSigning, SigningRecord, PlanPapers, PlanApprovals,
  ],
  exports: [Plans],
})
export class PlansModule {}
