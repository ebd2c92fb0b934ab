import { Module } from '@nestjs/common';
import { ProgramPacks } from './program-packs';
import { ProgramsController } from './programs.controller';
import { ProgramsRepository } from './programs.repository';
import { ProgramsService } from './programs.service';

/** Programs as dated data. */
@Module({
  controllers: [ProgramsController],
  providers: [ProgramsService, ProgramsRepository, ProgramPacks],
  exports: [ProgramsService, ProgramPacks],
})
export class ProgramsModule {}
