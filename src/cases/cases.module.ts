import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { CaseAccess } from './case-access';
import { CaseReader } from './case-reader.service';
import { CasesController } from './cases.controller';
import { CasesRepository } from './cases.repository';

/** Voluntary case management: opening, team, notes, closing. */
@Module({
  imports: [PeopleModule],
  controllers: [CasesController],
  providers: [CaseAccess, CaseReader, CasesRepository],
  exports: [CaseAccess],
})
export class CasesModule {}
