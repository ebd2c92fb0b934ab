import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { SitesModule } from '../sites/sites.module';
import { ArrivalOfManifest } from './arrival-of-manifest';
import { ArrivalsController } from './arrivals.controller';
import { ArrivalsRepository } from './arrivals.repository';
import { ArrivalsService } from './arrivals.service';
import { ManifestAdmission } from './manifest-admission';
import { ManifestDisplay } from './manifest-display';
import { ManifestFilesController } from './manifest-files.controller';
import { ManifestLookup } from './manifest-lookup';
import { ManifestMatcher } from './manifest-matcher';
import { ManifestProblemRows } from './manifest-problem-rows';
import { ManifestProgress } from './manifest-progress';
import { ManifestReader } from './manifest-reader';
import { ManifestRetention } from './manifest-retention';
import { ManifestRetentionRepository } from './manifest-retention.repository';
import { ManifestRowAdmitter } from './manifest-row-admitter';
import { ManifestRowMender } from './manifest-row-mender';
import { ManifestRowStager } from './manifest-row-stager';
import { ManifestRowsRepository } from './manifest-rows.repository';
import { ManifestRowsService } from './manifest-rows.service';
import { ManifestUploads } from './manifest-uploads';
import { ManifestVault } from './manifest-vault';
import { ManifestWork } from './manifest-work';
import { MayFollowManifest } from './may-follow-manifest';
import { ManifestsController } from './manifests.controller';
import { ManifestJobs } from './manifests.jobs';
import { ManifestsRepository } from './manifests.repository';
import { ManifestsService } from './manifests.service';

/** Announced arrivals, and the lists of people that come with them. */
@Module({
  imports: [SitesModule, PeopleModule],
  controllers: [ArrivalsController, ManifestsController, ManifestFilesController],
  providers: [
    ArrivalsRepository, ArrivalsService, ArrivalOfManifest,
    ManifestsRepository, ManifestRowsRepository, ManifestVault, ManifestLookup, MayFollowManifest, ManifestUploads, ManifestDisplay, ManifestWork, ManifestsService,
    ManifestMatcher, ManifestRowStager, ManifestReader, ManifestRowMender, ManifestRowsService, ManifestProblemRows, ManifestProgress,
    ManifestRowAdmitter, ManifestAdmission, ManifestRetentionRepository, ManifestRetention, ManifestJobs,
  ],
})
export class ArrivalsModule {}
