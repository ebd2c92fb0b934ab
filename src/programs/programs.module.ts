import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/consents.module';
import { PeopleModule } from '../people/people.module';
import { SitesModule } from '../sites/sites.module';
import { EligibilityCheck } from './enrollments/eligibility-check.service';
import { EnrollmentOffers } from './enrollments/enrollment-offers.service';
import { EnrollmentReader } from './enrollments/enrollment-reader.service';
import { EnrollmentViews } from './enrollments/enrollment-views.service';
import { EnrollmentsController } from './enrollments/enrollments.controller';
import { EnrollmentsRepository } from './enrollments/enrollments.repository';
import { Enrollments } from './enrollments/enrollments.service';
import { ProgramFiles } from './program-files.service';
import { ProgramPacks } from './program-packs';
import { ProgramParts } from './program-parts.repository';
import { ProgramsController } from './programs.controller';
import { ProgramsRepository } from './programs.repository';
import { ProgramsService } from './programs.service';

/** Programs as dated data, and who was offered them. */
@Module({
  imports: [ConsentsModule, PeopleModule, SitesModule],
  controllers: [ProgramsController, EnrollmentsController],
  providers: [
    ProgramsService, ProgramsRepository, ProgramParts, ProgramPacks, ProgramFiles, EnrollmentsRepository, EnrollmentViews, EnrollmentReader, EligibilityCheck,
    EnrollmentOffers, Enrollments,
  ],
  exports: [ProgramsService, ProgramParts, ProgramPacks, EnrollmentOffers, Enrollments],
})
export class ProgramsModule {}
