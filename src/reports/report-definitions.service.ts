import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { addDays } from '../platform/clock/clock';
import { reportDefinitions } from './report-definitions';
import type { ReportDefinitionList, ReportProgramView } from './report-definitions.dto';
import { periodsOf } from './report-periods';
import { ReportPlans } from './report-plans.repository';

/** What can be asked for: reports, program years with periods that suggest themselves, sites. */
@Injectable()
export class ReportDefinitionsService {
  constructor(private readonly plans: ReportPlans) {}

  /** The choices of somebody who asks for a report. */
  async list(actor: Actor): Promise<ReportDefinitionList> {
    const allowed = actor.sitesFor('reports.read');
    const programs = await this.plans.programs();
    const sites = await this.plans.allSites();
    return {
      items: reportDefinitions.map(({ key, version, labels, isFor }) => ({
        key, version, labels,
        programs: programs.filter(isFor).map((program): ReportProgramView => {
          const days = { from: program.from, to: addDays(program.to, -1) };
          return { id: program.id, code: program.code, name: program.name, ...days, periods: periodsOf(days) };
        }),
      })),
      sites: sites.filter(({ id }) => allowed === 'all' || allowed.includes(id)).map(({ id, code, name }) => ({ id, code, name })),
    };
  }
}
