import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { SitesModule } from '../sites/sites.module';
import { CaseAccess } from './case-access';
import { CaseApprovalsController } from './case-approvals.controller';
import { CaseApprovalsRepository } from './case-approvals.repository';
import { CaseApprovals } from './case-approvals.service';
import { CaseAssignments } from './case-assignments.service';
import { CaseCloseReasons } from './case-close-reasons.service';
import { CaseClosingController } from './case-closing.controller';
import { CaseClosingTexts } from './case-closing-texts';
import { CaseClosings } from './case-closing.service';
import { CaseClosingsRepository } from './case-closings.repository';
import { CaseEndings } from './case-endings.service';
import { CaseEnrollments } from './case-enrollments.service';
import { CaseEvents } from './case-events.service';
import { CaseFollowUpsRepository } from './case-follow-ups.repository';
import { CaseFollowUps } from './case-follow-ups.service';
import { CaseHandovers } from './case-handovers.service';
import { CaseListsRepository } from './case-lists.repository';
import { CaseLists } from './case-lists.service';
import { CaseOpeningChecks } from './case-opening-checks';
import { CaseOpening } from './case-opening.service';
import { CaseOpeningsRepository } from './case-openings.repository';
import { CaseReader } from './case-reader.service';
import { CaseReopening } from './case-reopening.service';
import { CaseRules } from './case-rules';
import { CaseSeals } from './case-seals.service';
import { CaseTeamController } from './case-team.controller';
import { CaseTeamRepository } from './case-team.repository';
import { CaseTeam } from './case-team.service';
import { CaseloadsController } from './caseloads.controller';
import { CaseloadsRepository } from './caseloads.repository';
import { Caseloads } from './caseloads.service';
import { CasesController } from './cases.controller';
import { CasesRepository } from './cases.repository';

/** Voluntary case management: opening, team, notes, closing. */
@Module({
  imports: [PeopleModule, SitesModule, ProgramsModule],
  controllers: [CasesController, CaseTeamController, CaseApprovalsController, CaseClosingController, CaseloadsController],
  providers: [
    CaseAccess, CasesRepository, CaseReader, CaseEvents, CaseRules, CaseOpening, CaseOpeningChecks, CaseOpeningsRepository, CaseAssignments, CaseEnrollments, CaseTeam, CaseTeamRepository,
    CaseSeals, CaseHandovers, CaseLists, CaseListsRepository, Caseloads, CaseloadsRepository, CaseApprovals, CaseApprovalsRepository,
    CaseCloseReasons, CaseClosings, CaseClosingsRepository, CaseClosingTexts, CaseEndings, CaseReopening, CaseFollowUps, CaseFollowUpsRepository,
  ],
  exports: [CaseAccess, CaseApprovals, CaseOpening, CaseCloseReasons],
})
export class CasesModule {}
