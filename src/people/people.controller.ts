import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ContactPointView, ContactSafety, RecordContactPoint } from './contact-point.dto';
import { ContactPoints } from './contact-points.service';
import { LookForMatches, MatchList, PeopleFound, RevealedField, RevealField, SearchPeople } from './people.dto';
import { PeopleFinder } from './people-finder.service';
import { ChangePerson, CreatePerson, PersonView } from './person.dto';
import { PersonPages } from './person-pages.service';

/** People: finding them, their page, what is opened only with a reason, how they may be reached. */
@Controller('people')
export class PeopleController {
  constructor(
    private readonly finder: PeopleFinder,
    private readonly pages: PersonPages,
    private readonly contacts: ContactPoints,
  ) {}

  /** Finds people while somebody types; a POST, so that no name lies in an address. */
  @Post('search')
  @HttpCode(200)
  @Can('people.read')
  search(@CurrentActor() actor: Actor, @Body() body: SearchPeople): Promise<PeopleFound> {
    return this.finder.search(actor, body);
  }

  /** People who may be somebody who is about to be recorded. */
  @Post('matches')
  @HttpCode(200)
  @Can('people.read')
  matches(@CurrentActor() actor: Actor, @Body() body: LookForMatches): Promise<MatchList> {
    return this.finder.matches(actor, body);
  }

  /** Records somebody who belongs to no party yet. */
  @Post()
  @Can('people.record')
  create(@CurrentActor() actor: Actor, @Body() body: CreatePerson): Promise<PersonView> {
    return this.pages.create(actor, body);
  }

  /** The page of a person. */
  @Get(':id')
  @Can('people.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return this.pages.open(actor, id);
  }

  /** Changes what is known of a person. */
  @Patch(':id')
  @Can('people.record')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangePerson): Promise<PersonView> {
    return this.pages.change(actor, id, body);
  }

  /** Opens one masked field, with a reason. */
  @Post(':id/reveal')
  @HttpCode(200)
  @Can('people.reveal')
  reveal(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RevealField): Promise<RevealedField> {
    return this.pages.reveal(actor, id, body);
  }

  /** People who may be the same person, side by side; nothing is merged by itself. */
  @Get(':id/matches')
  @Can('people.read')
  matchesOf(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MatchList> {
    return this.pages.matches(actor, id);
  }

  /** Records a number or address, and what the person said is safe. */
  @Post(':id/contact-points')
  @Can('contacts.record')
  recordContact(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RecordContactPoint): Promise<ContactPointView> {
    return this.contacts.record(actor, id, body);
  }

  /** Records what the person says is safe now. */
  @Patch(':id/contact-points/:contactPointId')
  @Can('contacts.record')
  askAgain(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('contactPointId', ParseUUIDPipe) contactPointId: string,
    @Body() body: ContactSafety,
  ): Promise<ContactPointView> {
    return this.contacts.askAgain(actor, id, contactPointId, body);
  }

  /** Says that a number or address is no longer in use. */
  @Delete(':id/contact-points/:contactPointId')
  @Can('contacts.record')
  endContact(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('contactPointId', ParseUUIDPipe) contactPointId: string,
  ): Promise<ContactPointView> {
    return this.contacts.end(actor, id, contactPointId);
  }
}
