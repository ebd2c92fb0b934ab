import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { ageBands, type AgeBand } from './age';
import { birthDateQualities, type BirthDateQuality } from './identity';
import type { ProtectionState, Sex } from './person.entity';

/** What somebody typed to find a person: names in any order and spelling, a birth year, an A-number or the code of a party. */
export class SearchPeople {
  @IsString()
  @Length(2, 200, { message: 'Type at least two letters.' })
  text: string;

  /** Only people who were at this site. */
  @IsOptional()
  @IsUUID()
  siteId?: string;
}

/** A person as lists show them. */
export class PersonLine {
  id: string;
  name: string;
  /** Whole years today; null when nothing is known. */
  age: number | null;
  @ApiProperty({ enum: ageBands })
  ageBand: AgeBand;
  sex: Sex | null;
  languageSpoken: string | null;
  needs: string[];
  @ApiProperty({ enum: ['none', 'required', 'cleared'] })
  protectionReview: ProtectionState;
  /** The party they are in, else the last one they were in. */
  partyId: string | null;
  partyCode: string | null;
  /** The site of that party. */
  siteId: string | null;
  arrivedOn: string | null;
  /** When they left that party; null while they are in it. */
  leftOn: string | null;
}

/** A party whose code was typed. */
export class PartyLine {
  id: string;
  code: string;
  siteId: string;
  arrivedOn: string;
  /** Present members. */
  people: number;
}

/** What a search found, the likeliest first. */
export class PeopleFound {
  items: PersonLine[];
  party: PartyLine | null;
}

export const revealable = ['aNumber', 'birthDate', 'nationality', 'contactPoint'] as const;
export type Revealable = (typeof revealable)[number];

/** Opens one masked field of a person. */
export class RevealField {
  @IsIn(revealable)
  @ApiProperty({ enum: revealable })
  field: Revealable;

  /** Which contact point, when the field is one. */
  @IsOptional()
  @IsUUID()
  contactPointId?: string;

  /** Why it has to be seen, without a name. It stays in the audit trail. */
  @IsString()
  @Length(3, 200, { message: 'Say in a few words why this has to be seen.' })
  reason: string;
}

/** One field of a person in clear. */
export class RevealedField {
  @ApiProperty({ enum: revealable })
  field: Revealable;
  value: string;
  /** Who else reads or answers a contact point, in the person's words. */
  sharedWith: string | null;
  /** When a contact point is safe, in the person's words. */
  safeHours: string | null;
}

/** Somebody who is about to be recorded, to see whether they are known already. */
export class LookForMatches {
  @IsString()
  @MaxLength(100)
  givenNames: string;

  @IsString()
  @MaxLength(100)
  familyNames: string;

  @IsOptional()
  @IsLocalDate()
  birthDate?: string | null;

  @IsOptional()
  @IsIn(birthDateQualities)
  birthDateQuality?: BirthDateQuality;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  aNumber?: string | null;
}

/** What two people are compared by. */
export const comparedFacts = ['name', 'birthDate', 'aNumber', 'nationality', 'sex'] as const;
export type ComparedFact = (typeof comparedFacts)[number];

/** Somebody known who may be the same person. */
export class MatchView extends PersonLine {
  /** What says that they are the same. */
  @ApiProperty({ enum: comparedFacts, isArray: true })
  same: ComparedFact[];
  /** What says that they are not. */
  @ApiProperty({ enum: comparedFacts, isArray: true })
  different: ComparedFact[];
}

/** People who may be the same as somebody; nothing is merged by itself. */
export class MatchList {
  items: MatchView[];
}
