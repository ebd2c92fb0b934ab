import { Module } from '@nestjs/common';
import { ServiceCatalogue } from './service-catalogue';
import { ServiceKindsController } from './service-kinds.controller';
import { ServiceKindsRepository } from './service-kinds.repository';
import { ServiceKindsService } from './service-kinds.service';

/** The service catalogue and the service ledger. */
@Module({
  controllers: [ServiceKindsController],
  providers: [ServiceKindsRepository, ServiceKindsService, ServiceCatalogue],
  exports: [ServiceCatalogue],
})
export class ServicesModule {}
