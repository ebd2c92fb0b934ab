import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ServiceTargetsQuery, ServiceTargetsView } from './service-targets.dto';
import { ServiceTargetsService } from './service-targets.service';

/** Whom services can be logged for. */
@ApiTags('Services')
@Controller('service-targets')
export class ServiceTargetsController {
  constructor(private readonly targets: ServiceTargetsService) {}

  /** The people, parties and rooms of the house on a day, and the colleagues of the site. */
  @Get()
  @Can('services.log')
  list(@CurrentActor() actor: Actor, @Query() query: ServiceTargetsQuery): Promise<ServiceTargetsView> {
    return this.targets.list(actor, query);
  }
}
