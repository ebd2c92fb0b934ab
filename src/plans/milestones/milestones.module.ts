import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { PeopleModule } from '../../people/people.module';
import { CohortController } from './cohort/cohort.controller';
import { CohortRepository } from './cohort/cohort.repository';
import { Cohorts } from './cohort/cohort.service';
import { LivelihoodController } from './livelihood.controller';
import { LivelihoodRepository } from './livelihood.repository';
import { Livelihoods } from './livelihood.service';
import { MilestonePaths } from './milestone-paths.service';
import { MilestonesController } from './milestones.controller';
import { MilestoneJobs } from './milestones.jobs';
import { MilestonesRepository } from './milestones.repository';
import { Milestones } from './milestones.service';

/** Milestones of self-sufficiency: the paths of families and persons, what a program's cohort reached, and the frozen looks. */
@Module({
  imports: [CasesModule, PeopleModule],
  controllers: [MilestonesController, LivelihoodController, CohortController],
  providers: [MilestonesRepository, MilestonePaths, Milestones, LivelihoodRepository, Livelihoods, CohortRepository, Cohorts, MilestoneJobs],
})
export class MilestonesModule {}
