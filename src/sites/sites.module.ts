import { Module } from '@nestjs/common';
import { PremisesController } from './premises.controller';
import { PremisesService } from './premises.service';
import { SiteDirectory } from './site-directory';
import { SitesController } from './sites.controller';
import { SitesRepository } from './sites.repository';
import { SitesService } from './sites.service';

@Module({
  controllers: [SitesController, PremisesController],
  providers: [SitesRepository, SitesService, PremisesService, SiteDirectory],
  exports: [SiteDirectory],
})
export class SitesModule {}
