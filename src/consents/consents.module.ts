import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ConsentsController } from './consents.controller';
import { ConsentsRepository } from './consents.repository';
import { Consents } from './consents.service';

/** What people agreed to and refused. */
@Module({
  imports: [PeopleModule],
  controllers: [ConsentsController],
  providers: [ConsentsRepository, Consents],
  exports: [Consents],
})
export class ConsentsModule {}
