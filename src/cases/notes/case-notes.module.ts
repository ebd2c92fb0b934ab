import { Module } from '@nestjs/common';
import { ServicesModule } from '../../services/services.module';
import { CasesModule } from '../cases.module';
import { CaseNoteCosigning } from './case-note-cosigning.service';
import { CaseNoteReader } from './case-note-reader';
import { CaseNoteTimes } from './case-note-times.service';
import { CaseNotesController } from './case-notes.controller';
import { CaseNotesRepository } from './case-notes.repository';
import { CaseNotes } from './case-notes.service';
import { SignedNotesController } from './signed-notes.controller';
import { UnsignedNotes } from './unsigned-notes.service';

/** Notes on cases, their signatures, and the worker's own time. */
@Module({
  imports: [CasesModule, ServicesModule],
  controllers: [CaseNotesController, SignedNotesController],
  providers: [CaseNotesRepository, CaseNoteReader, CaseNotes, CaseNoteCosigning, CaseNoteTimes, UnsignedNotes],
  exports: [UnsignedNotes],
})
export class CaseNotesModule {}
