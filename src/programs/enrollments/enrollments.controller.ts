import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { EligibilityList, EnrollmentList, EnrollmentPage, EnrollmentView } from './enrollment-views.dto';
import { EnrollmentOffers } from './enrollment-offers.service';
import { EnrollmentReader } from './enrollment-reader.service';
import { CheckEligibility, ListEnrollments, MoveEnrollment, OfferProgram } from './enrollments.dto';
import { Enrollments } from './enrollments.service';

/** Programs that people are offered. Whatever they answer, every other service goes on. */
@Controller()
export class EnrollmentsController {
  constructor(
    private readonly offers: EnrollmentOffers,
    private readonly enrollments: Enrollments,
    private readonly reader: EnrollmentReader,
  ) {}

  /** The offers of a site, the newest first. */
  @Get('enrollments')
  @Can('enrollments.read')
  list(@CurrentActor() actor: Actor, @Query() query: ListEnrollments): Promise<EnrollmentPage> {
    return this.reader.page(actor, query);
  }

  /** Offers a program to people of one party. */
  @Post('enrollments')
  @Can('enrollments.offer')
  offer(@CurrentActor() actor: Actor, @Body() body: OfferProgram): Promise<EnrollmentList> {
    return this.offers.offer(actor, body);
  }

  /** What each rule of programs says to people, before anything is offered. */
  @Post('enrollments/eligibility')
  @HttpCode(200)
  @Can('enrollments.offer')
  check(@CurrentActor() actor: Actor, @Body() body: CheckEligibility): Promise<EligibilityList> {
    return this.offers.check(actor, body);
  }

  /** Takes the next step with somebody who was offered a program. */
  @Post('enrollments/:id/moves')
  @HttpCode(200)
  @Can('enrollments.offer')
  move(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MoveEnrollment): Promise<EnrollmentView> {
    return this.enrollments.move(actor, id, body);
  }

  /** What a person was offered, and where they stand with it. */
  @Get('people/:id/enrollments')
  @Can('enrollments.read')
  ofPerson(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EnrollmentList> {
    return this.reader.ofPerson(actor, id);
  }

  /** What everybody of a party was offered. */
  @Get('parties/:id/enrollments')
  @Can('enrollments.read')
  ofParty(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EnrollmentList> {
    return this.reader.ofParty(actor, id);
  }

  /** The programs that a case is about. */
  @Get('cases/:id/enrollments')
  @Can('cases.read')
  ofCase(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EnrollmentList> {
    return this.reader.ofCase(actor, id);
  }
}
