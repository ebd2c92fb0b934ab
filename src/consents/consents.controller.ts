import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { consentTexts } from './consent-texts';
import { ConsentList, ConsentTextList, ConsentTextsQuery, ConsentView, RecordConsents } from './consents.dto';
import { Consents } from './consents.service';

/** What people are asked, and what they answered. */
@Controller()
export class ConsentsController {
  constructor(private readonly consents: Consents) {}

  /** The texts to read to people, in a language. */
  @Get('consent-texts')
  @Can('people.read')
  texts(@Query() query: ConsentTextsQuery): ConsentTextList {
    return consentTexts(query.language ?? 'en');
  }

  /** What a person answered so far. */
  @Get('people/:id/consents')
  @Can('people.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ConsentList> {
    return this.consents.list(actor, id);
  }

  /** Records what a person answered in one conversation. */
  @Post('people/:id/consents')
  @Can('consents.record')
  record(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordConsents): Promise<ConsentList> {
    return this.consents.record(actor, id, body);
  }

  /** A person takes back what they agreed to. */
  @Post('consents/:id/withdraw')
  @HttpCode(200)
  @Can('consents.record')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ConsentView> {
    return this.consents.withdraw(actor, id);
  }
}
