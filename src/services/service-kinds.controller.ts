import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ChangeServiceKind, CreateServiceKind, ServiceKindList, ServiceKindView } from './service-kinds.dto';
import { ServiceKindsService } from './service-kinds.service';

/** The service catalogue. */
@ApiTags('Services')
@Controller('service-kinds')
export class ServiceKindsController {
  constructor(private readonly kinds: ServiceKindsService) {}

  /** The whole catalogue, with what is no longer given. */
  @Get()
  @Can('catalogue.read')
  list(@CurrentActor() actor: Actor): Promise<ServiceKindList> {
    return this.kinds.list(actor);
  }

  /** Adds a kind of service. */
  @Post()
  @Can('catalogue.manage')
  create(@CurrentActor() actor: Actor, @Body() body: CreateServiceKind): Promise<ServiceKindView> {
    return this.kinds.create(actor, body);
  }

  /** Changes names, limits and order of a kind of service, or retires it. */
  @Patch(':id')
  @Can('catalogue.manage')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeServiceKind): Promise<ServiceKindView> {
    return this.kinds.change(actor, id, body);
  }
}
