import { Module } from '@nestjs/common';
import { ConsentsModule } from '../../consents/consents.module';
import { PeopleModule } from '../../people/people.module';
import { IntakeConsents } from './intake-consents.service';
import { IntakeDraftsRepository } from './intake-drafts.repository';
import { IntakeDrafts } from './intake-drafts.service';
import { IntakePeople } from './intake-people.service';
import { IntakeController } from './intake.controller';
import { Intakes } from './intake.service';

/** Intake at the door. */
@Module({
  imports: [PeopleModule, ConsentsModule],
  controllers: [IntakeController],
  providers: [IntakeDraftsRepository, IntakeDrafts, IntakePeople, IntakeConsents, Intakes],
})
export class IntakeModule {}
