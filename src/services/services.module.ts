import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { SitesModule } from '../sites/sites.module';
import { StaysModule } from '../stays/stays.module';
import { LedgerExport } from './ledger-export';
import { ServedPeople } from './served-people.repository';
import { ServiceBatchesController } from './service-batches.controller';
import { ServiceBatches } from './service-batches.repository';
import { ServiceBatchesService } from './service-batches.service';
import { ServiceCatalogue } from './service-catalogue';
import { ServiceEntriesController } from './service-entries.controller';
import { ServiceExport } from './service-export.service';
import { ServiceKindsController } from './service-kinds.controller';
import { ServiceKindsRepository } from './service-kinds.repository';
import { ServiceKindsService } from './service-kinds.service';
import { ServiceLedger } from './service-ledger.repository';
import { ServiceLog } from './service-log.service';
import { ServiceNotes } from './service-notes';
import { ServiceReversals } from './service-reversals.service';
import { ServiceTargetsController } from './service-targets.controller';
import { ServiceTargets } from './service-targets.repository';
import { ServiceTargetsService } from './service-targets.service';
import { WhoIsServed } from './who-is-served';

/** The service catalogue and the service ledger. */
@Module({
  imports: [SitesModule, PeopleModule, StaysModule],
  controllers: [ServiceKindsController, ServiceBatchesController, ServiceEntriesController, ServiceTargetsController],
  providers: [
    ServiceKindsRepository, ServiceKindsService, ServiceCatalogue,
    ServedPeople, WhoIsServed, ServiceLedger, ServiceNotes, ServiceLog, ServiceReversals, ServiceBatches, ServiceBatchesService,
    LedgerExport, ServiceExport, ServiceTargets, ServiceTargetsService,
  ],
  exports: [ServiceCatalogue, ServiceLog, ServiceReversals],
})
export class ServicesModule {}
