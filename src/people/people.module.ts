import { Module } from '@nestjs/common';
import { ContactPointsRepository } from './contact-points.repository';
import { ContactPoints } from './contact-points.service';
import { MergesController } from './merges/merges.controller';
import { MergesRepository } from './merges/merges.repository';
import { PersonMerges } from './merges/merges.service';
import { SamePerson } from './merges/same-person';
import { PartiesController } from './parties.controller';
import { PartiesRepository } from './parties.repository';
import { PartiesService } from './parties.service';
import { PartyReader } from './party-reader.service';
import { PartyRecords } from './party-records.service';
import { PeopleController } from './people.controller';
import { PeopleFinder } from './people-finder.service';
import { PeopleService } from './people.service';
import { PersonAccess } from './person-access';
import { PersonPages } from './person-pages.service';
import { PersonReader } from './person-reader.service';
import { PersonsRepository } from './persons.repository';
import { ProtectionReviewsController } from './protection-reviews.controller';
import { ProtectionReviewsRepository } from './protection-reviews.repository';
import { ProtectionReviews } from './protection-reviews.service';
import { ProtectionService } from './protection.service';
import { PersonSearch } from './search/person-search.repository';

/** Persons, the parties they travel in, how they may be reached, and the protection of minors. */
@Module({
  controllers: [PeopleController, PartiesController, ProtectionReviewsController, MergesController],
  providers: [
    PersonSearch, PersonsRepository, PeopleService, PersonAccess, PeopleFinder, PersonReader, PersonPages, ContactPointsRepository, ContactPoints,
    PartiesRepository, PartiesService, PartyReader, PartyRecords, ProtectionReviewsRepository, ProtectionService, ProtectionReviews, MergesRepository, SamePerson, PersonMerges,
  ],
  exports: [PersonSearch, PeopleService, PartiesService, PersonAccess, PersonReader, PartyReader, ContactPoints, SamePerson],
})
export class PeopleModule {}
