import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ConsentBook } from './consent-book';
import { ConsentRecipients } from './consent-recipients.service';
import { ConsentRules } from './consent-rules';
import { ConsentSettingsController } from './consent-settings.controller';
import { ConsentTextReviews } from './consent-text-reviews.service';
import { ConsentVault } from './consent-vault';
import { ConsentsController } from './consents.controller';
import { ConsentsRepository } from './consents.repository';
import { Consents } from './consents.service';
import { Disclosures } from './disclosures.service';
import { Withdrawals } from './withdrawals';

/** What people agreed to and refused, in which words, and what was told to whom on it. */
@Module({
  imports: [PeopleModule],
  controllers: [ConsentsController, ConsentSettingsController],
  providers: [ConsentsRepository, ConsentVault, Withdrawals, ConsentBook, ConsentRecipients, ConsentTextReviews, ConsentRules, Disclosures, Consents],
  exports: [Consents, ConsentRecipients, ConsentTextReviews, Disclosures, Withdrawals],
})
export class ConsentsModule {}
