import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { DecideReview, ProtectionReviewView, ReviewPage, ReviewsQuery } from './protection-review.dto';
import { ProtectionReviews } from './protection-reviews.service';

/** Whether minors are safe with whom they came. */
@Controller('protection-reviews')
export class ProtectionReviewsController {
  constructor(private readonly reviews: ProtectionReviews) {}

  /** The reviews of a site that wait for a decision. */
  @Get()
  @Can('people.read')
  open(@CurrentActor() actor: Actor, @Query() query: ReviewsQuery): Promise<ReviewPage> {
    return this.reviews.open(actor, query);
  }

  /** Decides a review, with what was found. */
  @Post(':id/decide')
  @HttpCode(200)
  @Can('protection.decide')
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideReview): Promise<ProtectionReviewView> {
    return this.reviews.decide(actor, id, body);
  }
}
