import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { SitesModule } from '../sites/sites.module';
import { CaseAccess } from './case-access';
import { CaseApprovalsController } from './case-approvals.controller';
import { CaseApprovalsRepository } from './case-approvals.repository';
import { CaseApprovals } from './case-approvals.service';
import { CaseAssignments } from './case-assignments.service';
import { CaseEvents } from './case-events.service';
import { CaseHandovers } from './case-handovers.service';
import { CaseListsRepository } from './case-lists.repository';
import { CaseLists } from './case-lists.service';
import { CaseOpeningChecks } from './case-opening-checks';
import { CaseOpening } from './case-opening.service';
import { CaseOpeningsRepository } from './case-openings.repository';
import { CaseReader } from './case-reader.service';
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
  imports: [PeopleModule, SitesModule],
  controllers: [CasesController, CaseTeamController, CaseApprovalsController, CaseloadsController],
  providers: [
    CaseAccess, CasesRepository, CaseReader, CaseEvents, CaseRules, CaseOpening, CaseOpeningChecks, CaseOpeningsRepository, CaseAssignments, CaseTeam, CaseTeamRepository,
    CaseSeals, CaseHandovers, CaseLists, CaseListsRepository, Caseloads, CaseloadsRepository, CaseApprovals, CaseApprovalsRepository,
  ],
  exports: [CaseAccess, CaseApprovals, CaseOpening],
})
export class CasesModule {}
