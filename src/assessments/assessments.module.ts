import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { PeopleModule } from '../people/people.module';
import { AssessmentDesk } from './assessment-desk';
import { AssessmentDrafts } from './assessment-drafts.service';
import { AssessmentFinishing } from './assessment-finishing.service';
import { AssessmentReader } from './assessment-reader.service';
import { AssessmentVault } from './assessment-vault';
import { AssessmentsController } from './assessments.controller';
import { AssessmentsRepository } from './assessments.repository';
import { InstrumentsController } from './instruments.controller';
import { InstrumentsRepository } from './instruments.repository';
import { Instruments } from './instruments.service';

/** Versioned instruments, what was answered, and matched pairs. */
@Module({
  imports: [CasesModule, PeopleModule],
  controllers: [InstrumentsController, AssessmentsController],
  providers: [Instruments, InstrumentsRepository, AssessmentDesk, AssessmentVault, AssessmentsRepository, AssessmentReader, AssessmentDrafts, AssessmentFinishing],
  exports: [Instruments],
})
export class AssessmentsModule {}
