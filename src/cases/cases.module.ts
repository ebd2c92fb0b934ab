import { Module } from '@nestjs/common';
import { CaseAccess } from './case-access';

/** Voluntary case management: opening, team, notes, closing. */
@Module({
  providers: [CaseAccess],
  exports: [CaseAccess],
})
export class CasesModule {}
