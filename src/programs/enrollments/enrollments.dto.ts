import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Min, ValidateIf, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../../platform/http/is-local-date';
import { PageQuery } from '../../platform/http/page-query.dto';
import { bases, type Basis } from '../eligibility/criterion';
import { referralSources, type ReferralSource } from './enrollment.entity';
import { enrollmentStates, type EnrollmentState } from './enrollment.lifecycle';

const KEY = /^[a-z][a-z0-9_]{1,59}$/;

/** The answer to a question that a rule of a program puts. */
export class RuleAnswerGiven {
  /** The key of the rule. */
  @Matches(KEY, { message: 'key must be the key of a rule' })
  key: string;

  /** Null: the person does not know, or does not want to say. */
  @ValidateIf((_, value) => value !== null)
  @IsBoolean()
  @ApiProperty({ nullable: true, type: Boolean })
  answer: boolean | null;
}

/** Somebody who is offered a program, and what they said about themselves. What is left out is taken from what is known, or stays unknown. */
export class OfferedPerson {
  @IsUUID()
  personId: string;

  /** How they stand with the immigration authorities; none when nobody asked. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(bases.length)
  @ArrayUnique()
  @IsIn(bases, { each: true })
  @ApiProperty({ enum: bases, isArray: true })
  basis?: Basis[] | null;

  @IsOptional()
  @IsLocalDate()
  releasedOn?: string | null;

  @IsOptional()
  @IsLocalDate()
  arrivedOn?: string | null;

  @IsOptional()
  @IsLocalDate()
  asylumGrantedOn?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @ArrayUnique((given: RuleAnswerGiven) => given.key, { message: 'Every question is answered once' })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RuleAnswerGiven)
  answers?: RuleAnswerGiven[] | null;
}

/** Whom programs could be offered to; without a program all that are offered on the day are asked. */
export class CheckEligibility {
  @IsUUID()
  siteId: string;

  @IsOptional()
  @IsUUID()
  programId?: string | null;

  /** The day for which it is asked; today when nothing is said. */
  @IsOptional()
  @IsLocalDate()
  on?: string | null;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ArrayUnique((person: OfferedPerson) => person.personId, { message: 'Everybody is named once' })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OfferedPerson)
  people: OfferedPerson[];
}

/** A program is offered to people of one party at once. */
export class OfferProgram extends CheckEligibility {
  @IsUUID()
  declare programId: string;

  @IsIn(referralSources)
  @ApiProperty({ enum: referralSources })
  referredBy: ReferralSource;

  /** Why it is offered although a rule says no. */
  @IsOptional()
  @IsString()
  @Length(3, 500)
  overrideReason?: string | null;
}

/** The next step of somebody who was offered a program. */
export class MoveEnrollment {
  @IsIn(enrollmentStates)
  @ApiProperty({ enum: enrollmentStates })
  to: EnrollmentState;

  /** The version that was seen. */
  @IsInt()
  @Min(1)
  version: number;

  /** The day it happened; today when nothing is said. */
  @IsOptional()
  @IsLocalDate()
  on?: string | null;

  /** Why they said no or stopped, from the program's list; nobody has to say. */
  @IsOptional()
  @Matches(KEY, { message: 'reason must be the key of a reason' })
  reason?: string | null;
}

/** Whose offers are listed. */
export class ListEnrollments extends PageQuery {
  @IsUUID()
  siteId: string;

  @IsOptional()
  @IsUUID()
  programId?: string;

  @IsOptional()
  @IsIn(enrollmentStates)
  @ApiProperty({ enum: enrollmentStates })
  state?: EnrollmentState;
}
