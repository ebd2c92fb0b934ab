import { Module } from '@nestjs/common';
import { CasesModule } from '../cases.module';
import { CaseFileContentController } from './case-file-content.controller';
import { CaseFileTransfer } from './case-file-transfer';
import { CaseFilesController } from './case-files.controller';
import { CaseFilesRepository } from './case-files.repository';
import { CaseFilesService } from './case-files.service';

/** Files on cases. */
@Module({
  imports: [CasesModule],
  controllers: [CaseFilesController, CaseFileContentController],
  providers: [CaseFilesService, CaseFileTransfer, CaseFilesRepository],
})
export class CaseFilesModule {}
