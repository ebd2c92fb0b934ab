import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { ageBands, type AgeBand } from './age';
import { relations, type Relation } from './party-member.entity';
import type { ProtectionState, Sex } from './person.entity';
import { ProtectionReviewView } from './protection-review.dto';

/** The largest party that can be formed at once. */
export const MOST_MEMBERS = 30;

/** Somebody in a party, and how they are related to its head. */
export class MemberOfParty {
  @IsUUID()
  personId: string;

  @IsIn(relations)
  @ApiProperty({ enum: relations })
  relation: Relation;
}

/** Where and when a party arrived. */
export class ArrivedParty {
  @IsUUID()
  siteId: string;

  /** The site's date on which they arrived; today when it is left out. */
  @IsOptional()
  @IsLocalDate()
  arrivedOn?: string;

  @IsOptional()
  @IsBoolean()
  keepTogether?: boolean;
}

/** A party to be formed of people who are recorded. */
export class FormParty extends ArrivedParty {
  @IsArray()
  @ArrayMinSize(1, { message: 'A party has at least one member' })
  @ArrayMaxSize(MOST_MEMBERS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MemberOfParty)
  members: MemberOfParty[];
}

/** Somebody who joins a party. */
export class AddMember extends MemberOfParty {
  /** They leave the party they are in for this one. */
  @IsOptional()
  @IsBoolean()
  moves?: boolean;
}

/** Members who go on as a party of their own. */
export class SplitParty {
  /** Who goes, with their relation to the head of the new party. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MEMBERS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MemberOfParty)
  leaving: MemberOfParty[];
}

/** What changes about a party. */
export class ChangeParty {
  @IsOptional()
  @IsBoolean()
  keepTogether?: boolean;

  /** How every present member is related to the head; exactly one is the head. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MEMBERS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MemberOfParty)
  members?: MemberOfParty[];
}

/** Somebody's time in a party. */
export class MemberView {
  personId: string;
  name: string;
  age: number | null;
  @ApiProperty({ enum: ageBands })
  ageBand: AgeBand;
  sex: Sex | null;
  languageSpoken: string | null;
  interpreterNeeded: boolean;
  needs: string[];
  @ApiProperty({ enum: ['none', 'required', 'cleared'] })
  protectionReview: ProtectionState;
  @ApiProperty({ enum: relations })
  relation: Relation;
  isHead: boolean;
  joinedOn: string;
  leftOn: string | null;
}

/** What the reader may do with the party. */
export class PartyOffers {
  change: boolean;
  decideProtection: boolean;
}

/** People who arrived together, as their page shows them. */
export class PartyView {
  id: string;
  code: string;
  siteId: string;
  arrivedOn: string;
  keepTogether: boolean;
  /** Everybody who is or was in it, the head first and those who left last. */
  members: MemberView[];
  protectionReviews: ProtectionReviewView[];
  may: PartyOffers;
}

/** Where the members went who left a party together. */
export class SplitView {
  party: PartyView;
  left: PartyView;
}
