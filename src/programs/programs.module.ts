import { Module } from '@nestjs/common';
import { ProgramFiles } from './program-files.service';
import { ProgramPacks } from './program-packs';
import { ProgramParts } from './program-parts.repository';
import { ProgramsController } from './programs.controller';
import { ProgramsRepository } from './programs.repository';
import { ProgramsService } from './programs.service';

/** Programs as dated data. */
@Module({
  controllers: [ProgramsController],
  providers: [ProgramsService, ProgramsRepository, ProgramParts, ProgramPacks, ProgramFiles],
  exports: [ProgramsService, ProgramParts, ProgramPacks],
})
export class ProgramsModule {}
