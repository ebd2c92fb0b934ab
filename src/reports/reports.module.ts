import { Module } from '@nestjs/common';
import { FigureCountsRepository } from './figure-counts.repository';
import { ReportPlans } from './report-plans.repository';
import { ReportRunner } from './report-runner';
import { ReportRunsController } from './report-runs.controller';
import { ReportRunsRepository } from './report-runs.repository';
import { ReportRunsService } from './report-runs.service';

/** Reports over the ledgers: asked for, computed by a worker, kept for good. */
@Module({
  controllers: [ReportRunsController],
  providers: [ReportRunsRepository, ReportPlans, FigureCountsRepository, ReportRunner, ReportRunsService],
})
export class ReportsModule {}
