import { Module } from '@nestjs/common';
import { PartiesRepository } from './parties.repository';
import { PartiesService } from './parties.service';
import { PeopleService } from './people.service';
import { PersonsRepository } from './persons.repository';
import { ProtectionReviewsRepository } from './protection-reviews.repository';
import { ProtectionService } from './protection.service';
import { PersonSearch } from './search/person-search.repository';

/** Persons, the parties they travel in, how they may be reached, and the protection of minors. */
@Module({
  providers: [PersonSearch, PersonsRepository, PeopleService, PartiesRepository, PartiesService, ProtectionReviewsRepository, ProtectionService],
  exports: [PersonSearch, PeopleService, PartiesService],
})
export class PeopleModule {}
