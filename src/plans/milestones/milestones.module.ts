import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { PeopleModule } from '../../people/people.module';
import { MilestonePaths } from './milestone-paths.service';
import { MilestonesController } from './milestones.controller';
import { MilestonesRepository } from './milestones.repository';
import { Milestones } from './milestones.service';

/** Milestones of self-sufficiency: the paths of families and persons, what a program's cohort reached, and the frozen looks. */
@Module({
  imports: [CasesModule, PeopleModule],
  controllers: [MilestonesController],
  providers: [MilestonesRepository, MilestonePaths, Milestones],
})
export class MilestonesModule {}
