import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../auth/route-access';
import { ChangeConsentRecipient, ConsentRecipientList, ConsentRecipientView, CreateConsentRecipient } from './consent-recipients.dto';
import { ConsentRecipients } from './consent-recipients.service';
import { ApproveConsentTexts, ConsentTextReviewList, ConsentTextReviewView } from './consent-text-reviews.dto';
import { ConsentTextReviews } from './consent-text-reviews.service';

/** Which texts may be used to ask for consent, and to whom something may be told. */
@ApiTags('Consents')
@Controller()
export class ConsentSettingsController {
  constructor(
    private readonly reviews: ConsentTextReviews,
    private readonly recipients: ConsentRecipients,
  ) {}

  /** The texts of every language, and who read them. */
  @Get('consent-text-reviews')
  @Can('instruments.manage')
  texts(): Promise<ConsentTextReviewList> {
    return this.reviews.list();
  }

  /** Uses the texts of a language from now on, because a second speaker has read them. */
  @Post('consent-text-reviews')
  @HttpCode(200)
  @Can('instruments.manage')
  approve(@Body() body: ApproveConsentTexts): Promise<ConsentTextReviewView> {
    return this.reviews.approve(body);
  }

  /** Everybody to whom something may be told with consent. */
  @Get('consent-recipients')
  @Can('catalogue.read')
  list(): Promise<ConsentRecipientList> {
    return this.recipients.list();
  }

  /** Adds somebody to whom something may be told with consent. */
  @Post('consent-recipients')
  @Can('instruments.manage')
  create(@Body() body: CreateConsentRecipient): Promise<ConsentRecipientView> {
    return this.recipients.create(body);
  }

  /** Renames a recipient or stops offering it. */
  @Patch('consent-recipients/:id')
  @Can('instruments.manage')
  change(@Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeConsentRecipient): Promise<ConsentRecipientView> {
    return this.recipients.change(id, body);
  }
}
