import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { AddMember, ChangeParty, FormParty, PartyView, SplitParty, SplitView } from './party.dto';
import { PartyReader } from './party-reader.service';
import { PartyRecords } from './party-records.service';

/** People who arrived together: who is in it, who joins and leaves. */
@Controller('parties')
export class PartiesController {
  constructor(
    private readonly reader: PartyReader,
    private readonly records: PartyRecords,
  ) {}

  /** Forms a party of people who are recorded. */
  @Post()
  @Can('people.record')
  form(@CurrentActor() actor: Actor, @Body() body: FormParty): Promise<PartyView> {
    return this.records.form(actor, body);
  }

  /** A party with everybody who is or was in it. */
  @Get(':id')
  @Can('people.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PartyView> {
    return this.reader.page(actor, id);
  }

  /** Changes whether a party is kept together, and how its members are related. */
  @Patch(':id')
  @Can('people.record')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeParty): Promise<PartyView> {
    return this.records.change(actor, id, body);
  }

  /** Somebody joins the party. */
  @Post(':id/members')
  @HttpCode(200)
  @Can('people.record')
  add(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AddMember): Promise<PartyView> {
    return this.records.add(actor, id, body);
  }

  /** A member leaves the party, which goes on without them. */
  @Delete(':id/members/:personId')
  @Can('people.record')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('personId', ParseUUIDPipe) personId: string): Promise<PartyView> {
    return this.records.remove(actor, id, personId);
  }

  /** Members go on as a party of their own. */
  @Post(':id/split')
  @HttpCode(200)
  @Can('people.record')
  split(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SplitParty): Promise<SplitView> {
    return this.records.split(actor, id, body);
  }
}
