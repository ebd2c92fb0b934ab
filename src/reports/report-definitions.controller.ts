import { Controller, Get } from '@nestjs/common';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ReportDefinitionList } from './report-definitions.dto';
import { ReportDefinitionsService } from './report-definitions.service';

/** Reports that can be asked for. */
@Controller('report-definitions')
export class ReportDefinitionsController {
  constructor(private readonly definitions: ReportDefinitionsService) {}

  /** Every report with its program years, the periods that suggest themselves, and the sites. */
  @Get()
  @Can('reports.read')
  list(@CurrentActor() actor: Actor): Promise<ReportDefinitionList> {
    return this.definitions.list(actor);
  }
}
