import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { LivelihoodView, RecordHouseholdMonth } from './livelihood.dto';
import { Livelihoods } from './livelihood.service';

/** What families live on. */
@Controller('cases/:id/livelihood')
export class LivelihoodController {
  constructor(private readonly livelihoods: Livelihoods) {}

  /** The months of a family, and the looks at its self-sufficiency. */
  @Get()
  @Can('cases.read')
  ofCase(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LivelihoodView> {
    return this.livelihoods.ofCase(actor, id);
  }

  /** Records a month, or corrects it. */
  @Post('months')
  @HttpCode(200)
  @Can('cases.work')
  record(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordHouseholdMonth): Promise<LivelihoodView> {
    return this.livelihoods.record(actor, id, body);
  }
}
