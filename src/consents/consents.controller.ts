import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ConsentTextReviews } from './consent-text-reviews.service';
import { ConsentList, ConsentTextList, ConsentTextsQuery, RecordConsents, WithdrawConsent, WithdrawnConsent } from './consents.dto';
import { Consents } from './consents.service';
import { DisclosureList, RecordDisclosure } from './disclosures.dto';
import { Disclosures } from './disclosures.service';

/** What people are asked, and what they answered. */
@ApiTags('Consents')
@Controller()
export class ConsentsController {
  constructor(
    private readonly consents: Consents,
    private readonly disclosures: Disclosures,
    private readonly reviews: ConsentTextReviews,
  ) {}

  /** The texts to read to people, in a language; in English where no second speaker has read them, for an interpreter to say. */
  @Get('consent-texts')
  @Can('people.read')
  texts(@Query() query: ConsentTextsQuery): Promise<ConsentTextList> {
    return this.reviews.usable(query.language ?? 'en');
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

  /** A person takes back what they agreed to, and hears what was told on it before. */
  @Post('consents/:id/withdraw')
  @HttpCode(200)
  @Can('consents.record')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: WithdrawConsent): Promise<WithdrawnConsent> {
    return this.consents.withdraw(actor, id, body);
  }

  /** The signature or mark under a consent, as a picture. */
  @Get('consents/:id/signature')
  @Header('Cache-Control', 'no-store')
  @Can('people.read')
  async signature(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.consents.signature(actor, id), { type: 'image/png', disposition: 'inline; filename="signature.png"' });
  }

  /** What was told about a person, to whom and for what. */
  @Get('people/:id/disclosures')
  @Can('people.read')
  told(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DisclosureList> {
    return this.disclosures.list(actor, id);
  }

  /** Writes down what was told about a person. Refused when they do not agree to it at this moment. */
  @Post('people/:id/disclosures')
  @Can('consents.record')
  tell(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordDisclosure): Promise<DisclosureList> {
    return this.disclosures.record(actor, id, body);
  }
}
