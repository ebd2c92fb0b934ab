import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ReportFilesController } from './files/report-files.controller';
import { ReportFilesService } from './files/report-files.service';
import { FigureCountsRepository } from './figure-counts.repository';
import { IndicatorCountsRepository } from './indicators/indicator-counts.repository';
import { IndicatorRowsController } from './indicators/indicator-rows.controller';
import { IndicatorRowsService } from './indicators/indicator-rows.service';
import { ReportChangesRepository } from './report-changes.repository';
import { ReportChangesService } from './report-changes.service';
import { ReportDefinitionsController } from './report-definitions.controller';
import { ReportDefinitionsService } from './report-definitions.service';
import { ReportFiguresController } from './report-figures.controller';
import { ReportPlans } from './report-plans.repository';
import { ReportProgress } from './report-progress';
import { ReportRowsRepository } from './report-rows.repository';
import { ReportRowsService } from './report-rows.service';
import { ReportRunner } from './report-runner';
import { ReportRunsController } from './report-runs.controller';
import { ReportRunsRepository } from './report-runs.repository';
import { ReportRunsService } from './report-runs.service';

/** Reports over the ledgers: asked for, computed by a worker, kept for good, opened to their rows. */
@Module({
  imports: [PeopleModule],
  controllers: [ReportDefinitionsController, ReportRunsController, ReportFiguresController, IndicatorRowsController, ReportFilesController],
  providers: [
    ReportRunsRepository, ReportPlans, FigureCountsRepository, ReportRowsRepository, ReportChangesRepository,
    ReportRunner, ReportRunsService, ReportProgress, ReportRowsService, ReportChangesService, ReportDefinitionsService,
    ReportFilesService, IndicatorCountsRepository, IndicatorRowsService,
  ],
})
export class ReportsModule {}
