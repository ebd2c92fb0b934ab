import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ChangeBed, ChangeBuilding, ChangeRoom } from './sites.dto';
import { PremisesService } from './premises.service';
import { BedView } from './sites.views.dto';

/** Changes of single buildings, rooms and beds. */
@ApiTags('Sites')
@Controller()
export class PremisesController {
  constructor(private readonly premises: PremisesService) {}

  /** Renames or reorders a building. */
  @Patch('buildings/:id')
  @Can('sites.manage')
  @HttpCode(204)
  changeBuilding(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeBuilding): Promise<void> {
    return this.premises.changeBuilding(actor, id, body);
  }

  /** Changes a room. */
  @Patch('rooms/:id')
  @Can('sites.manage')
  @HttpCode(204)
  changeRoom(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeRoom): Promise<void> {
    return this.premises.changeRoom(actor, id, body);
  }

  /** Changes a bed, or takes it out of service. */
  @Patch('beds/:id')
  @Can('sites.manage')
  changeBed(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeBed): Promise<BedView> {
    return this.premises.changeBed(actor, id, body);
  }
}
