import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { CaseAccess } from './case-access';
import { CaseApprovalsController } from './case-approvals.controller';
import { CaseApprovalsRepository } from './case-approvals.repository';
import { CaseApprovals } from './case-approvals.service';
import { CaseEvents } from './case-events.service';
import { CaseReader } from './case-reader.service';
import { CasesController } from './cases.controller';
import { CasesRepository } from './cases.repository';

/** Voluntary case management: opening, team, notes, closing. */
@Module({
  imports: [PeopleModule],
  controllers: [CasesController, CaseApprovalsController],
  providers: [CaseAccess, CaseReader, CasesRepository, CaseEvents, CaseApprovals, CaseApprovalsRepository],
  exports: [CaseAccess, CaseApprovals],
})
export class CasesModule {}
