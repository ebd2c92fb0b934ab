import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { ageBands, type AgeBand } from './age';
import { ContactPointView } from './contact-point.dto';
import { birthDateQualities, type BirthDateQuality } from './identity';
import { relations, type Relation } from './party-member.entity';
import {
  aNumberStatuses, personNeeds, releaseEvidences, releasers, sexes,
  type ANumberStatus, type PersonNeed, type ProtectionState, type ReleaseEvidence, type Releaser, type Sex,
} from './person.entity';
import { ProtectionReviewView } from './protection-review.dto';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;
const languageSentence = { message: '$property must be a language code, for example es or quc' };

/** What may be known of a person besides their names. Nothing of it is needed. */
export class PersonFacts {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  otherNames?: string[];

  @IsOptional()
  @IsLocalDate()
  birthDate?: string | null;

  /** How well the birth date is known; only the year counts where it says `year`. */
  @IsOptional()
  @IsIn(birthDateQualities)
  birthDateQuality?: BirthDateQuality;

  /** What is believed where there is no birth date. */
  @IsOptional()
  @IsIn(ageBands)
  @ApiProperty({ enum: ageBands })
  ageBand?: AgeBand;

  /** Seven to nine digits, with or without the A. */
  @IsOptional()
  @Matches(/^\s*A?[\s#-]*(\d[\s-]?){7,9}$/i, { message: 'An A-number has seven to nine digits' })
  aNumber?: string | null;

  @IsOptional()
  @IsIn(aNumberStatuses)
  aNumberStatus?: ANumberStatus;

  /** ISO 3166 country code, for example HN. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'nationality must be a country code of two capital letters, for example HN' })
  nationality?: string | null;

  @IsOptional()
  @IsIn(sexes)
  @ApiProperty({ enum: sexes, nullable: true })
  sex?: Sex | null;

  @IsOptional()
  @Matches(LANGUAGE, languageSentence)
  languageSpoken?: string | null;

  @IsOptional()
  @Matches(LANGUAGE, languageSentence)
  languageRead?: string | null;

  @IsOptional()
  @IsBoolean()
  interpreterNeeded?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(personNeeds, { each: true })
  @ApiProperty({ enum: personNeeds, isArray: true })
  needs?: PersonNeed[];

  @IsOptional()
  @IsLocalDate()
  releasedOn?: string | null;

  @IsOptional()
  @IsIn(releaseEvidences)
  @ApiProperty({ enum: releaseEvidences, nullable: true })
  releaseEvidence?: ReleaseEvidence | null;

  @IsOptional()
  @IsIn(releasers)
  @ApiProperty({ enum: releasers, nullable: true })
  releasedBy?: Releaser | null;
}

/** Somebody who was not known before, met at a site. At least one of the two names is there. */
export class CreatePerson extends PersonFacts {
  @IsUUID()
  siteId: string;

  @IsString()
  @MaxLength(100)
  givenNames: string;

  @IsString()
  @MaxLength(100)
  familyNames: string;
}

/** What changes about a person; what is left out stays as it is. */
export class ChangePerson extends PersonFacts {
  /** The version that was on the screen. */
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  givenNames?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  familyNames?: string;
}

/** A person's time in a party. */
export class MembershipView {
  partyId: string;
  code: string;
  siteId: string;
  arrivedOn: string;
  @ApiProperty({ enum: relations })
  relation: Relation;
  isHead: boolean;
  joinedOn: string;
  leftOn: string | null;
}

/** What the reader may do with the person. */
export class PersonOffers {
  change: boolean;
  reveal: boolean;
  recordContact: boolean;
  recordConsent: boolean;
  decideProtection: boolean;
}

/** A person as their page shows them. What is not needed for the work of a day is masked until it is revealed. */
export class PersonView {
  id: string;
  givenNames: string;
  familyNames: string;
  otherNames: string[];
  /** Whole years on today's date of the site; null when nothing is known. */
  age: number | null;
  @ApiProperty({ enum: ageBands })
  ageBand: AgeBand;
  @ApiProperty({ enum: birthDateQualities })
  birthDateQuality: BirthDateQuality;
  /** The last two digits only. */
  aNumber: string | null;
  aNumberStatus: ANumberStatus;
  /** Whether a nationality is recorded; it is shown when it is revealed. */
  hasNationality: boolean;
  @ApiProperty({ enum: sexes, nullable: true })
  sex: Sex | null;
  languageSpoken: string | null;
  languageRead: string | null;
  interpreterNeeded: boolean;
  needs: string[];
  releasedOn: string | null;
  releaseEvidence: ReleaseEvidence | null;
  releasedBy: Releaser | null;
  @ApiProperty({ enum: ['none', 'required', 'cleared'] })
  protectionReview: ProtectionState;
  version: number;
  recordedAt: Date;
  parties: MembershipView[];
  contactPoints: ContactPointView[];
  protectionReviews: ProtectionReviewView[];
  may: PersonOffers;
}
