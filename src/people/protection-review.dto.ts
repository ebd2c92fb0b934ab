import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import type { ProtectionReason } from './protection';
import type { ProtectionReviewState } from './protection-review.entity';

/** The question whether a minor is safe with whom they came. */
export class ProtectionReviewView {
  id: string;
  personId: string;
  partyId: string;
  siteId: string;
  @ApiProperty({ enum: ['minor_without_parent', 'minor_alone'] })
  reason: ProtectionReason;
  @ApiProperty({ enum: ['open', 'cleared', 'escalated'] })
  state: ProtectionReviewState;
  raisedAt: Date;
  decidedAt: Date | null;
  /** What was found, for those who may decide. */
  note: string | null;
  /** Whether the reader may decide it now. */
  mayDecide: boolean;
}

/** Open reviews of a site. */
export class ReviewsQuery {
  @IsUUID()
  siteId: string;

  @IsOptional()
  @IsUUID()
  after?: string;
}

/** A review in a list, with whom it is about. */
export class ReviewLine extends ProtectionReviewView {
  name: string;
  age: number | null;
  partyCode: string;
}

/** The reviews of a site that wait for somebody, the oldest first. */
export class ReviewPage {
  items: ReviewLine[];
  next: string | null;
}

/** What somebody decided about a minor's party, and why. */
export class DecideReview {
  /** `escalated`: somebody else must look (a supervisor, a child protection authority). */
  @IsIn(['cleared', 'escalated'])
  @ApiProperty({ enum: ['cleared', 'escalated'] })
  decision: 'cleared' | 'escalated';

  /** What was found. It is sealed. */
  @IsString()
  @Length(10, 2000, { message: 'Write down what you found and why you decide so.' })
  note: string;
}
