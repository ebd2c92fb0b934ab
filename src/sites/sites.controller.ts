import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ChangeSite, CreateBeds, CreateBuilding, CreateRoom, CreateSite, SetCapacities } from './sites.dto';
import { PremisesService } from './premises.service';
import { SitesService } from './sites.service';
import { BedsMade, SitesPage, SiteTreeView } from './sites.views.dto';

/** Sites, their buildings, rooms, beds and capacities. */
@ApiTags('Sites')
@Controller('sites')
export class SitesController {
  constructor(
    private readonly sites: SitesService,
    private readonly premises: PremisesService,
  ) {}

  /** The sites you may see the settings of. */
  @Get()
  @Can('settings.read')
  list(@CurrentActor() actor: Actor): Promise<SitesPage> {
    return this.sites.list(actor);
  }

  /** Opens a site. */
  @Post()
  @Can('sites.manage')
  create(@CurrentActor() actor: Actor, @Body() body: CreateSite): Promise<SiteTreeView> {
    return this.sites.create(actor, body);
  }

  /** A site with buildings, rooms, beds and capacities. */
  @Get(':id')
  @Can('settings.read')
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SiteTreeView> {
    return this.sites.get(actor, id);
  }

  /** Changes a site. */
  @Patch(':id')
  @Can('sites.manage')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeSite): Promise<SiteTreeView> {
    return this.sites.change(actor, id, body);
  }

  /** Adds a building. */
  @Post(':id/buildings')
  @Can('sites.manage')
  async addBuilding(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CreateBuilding): Promise<SiteTreeView> {
    await this.premises.addBuilding(actor, id, body);
    return this.sites.get(actor, id);
  }

  /** Adds a room. */
  @Post(':id/rooms')
  @Can('sites.manage')
  async addRoom(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CreateRoom): Promise<SiteTreeView> {
    await this.premises.addRoom(actor, id, body);
    return this.sites.get(actor, id);
  }

  /** Brings beds into service. */
  @Post(':id/beds')
  @Can('sites.manage')
  addBeds(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CreateBeds): Promise<BedsMade> {
    return this.premises.addBeds(actor, id, body);
  }

  /** Says how many people the site may take from a date on. */
  @Put(':id/capacities')
  @Can('sites.manage')
  setCapacities(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SetCapacities): Promise<SiteTreeView> {
    return this.sites.setCapacities(actor, id, body);
  }
}
