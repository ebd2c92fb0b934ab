import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { ConsentAnswer, ConsentConversation } from '../../consents/consents.dto';
import { RecordContactPoint } from '../../people/contact-point.dto';
import { relations, type Relation } from '../../people/party-member.entity';
import { ArrivedParty, MOST_MEMBERS } from '../../people/party.dto';
import { PersonFacts } from '../../people/person.dto';
import type { ProtectionReason } from '../../people/protection';

/** As much as a form of the largest party can hold. */
const LONGEST_DRAFT = 60_000;

/** What is typed so far. */
export class SaveDraft {
  @IsUUID()
  siteId: string;

  /** The version that was saved last; 0 for a form that was never saved. */
  @IsInt()
  @Min(0)
  version: number;

  /** How the draft is found again: a family name. It is sealed. */
  @IsString()
  @MaxLength(120)
  title: string;

  /** The form as the screen writes it. It is sealed. */
  @IsString()
  @MaxLength(LONGEST_DRAFT)
  content: string;
}

/** That a draft was saved. */
export class DraftSaved {
  id: string;
  version: number;
  savedAt: Date;
}

/** A draft in the list of its worker. */
export class DraftLine {
  id: string;
  siteId: string;
  title: string;
  version: number;
  savedAt: Date;
  /** When it is forgotten if nobody goes on with it. */
  forgottenAt: Date;
}

/** The drafts of a worker, the newest first. */
export class DraftList {
  items: DraftLine[];
}

/** A draft with its form. */
export class DraftView extends DraftLine {
  content: string;
}

/** Somebody who arrives with the party: known already (`personId`), or new with at least one name. */
export class IntakeMember extends PersonFacts {
  @IsOptional()
  @IsUUID()
  personId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  givenNames?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  familyNames?: string;

  /** How they are related to the head of the party. The first is the head when nobody is called so. */
  @IsIn(relations)
  @ApiProperty({ enum: relations })
  relation: Relation;

  /** Somebody with this A-number is recorded, and it was made sure that this is another person. */
  @IsOptional()
  @IsBoolean()
  isSomebodyElse?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RecordContactPoint)
  contactPoints?: RecordContactPoint[];

  /** What they answered to each purpose; for a child, what a parent answered. What nobody asked is left out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((answer: ConsentAnswer) => answer.purpose, { message: 'Every purpose is answered once' })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConsentAnswer)
  answers?: ConsentAnswer[];
}

/** A party at the door, in one go. */
export class RecordIntake extends ArrivedParty {
  /** The draft that becomes this intake; it is gone afterwards. */
  @IsOptional()
  @IsUUID()
  draftId?: string;

  @IsArray()
  @ArrayMinSize(1, { message: 'A party has at least one member' })
  @ArrayMaxSize(MOST_MEMBERS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => IntakeMember)
  members: IntakeMember[];

  /** Whether the intake notice was read to them. */
  @IsOptional()
  @IsBoolean()
  noticeRead?: boolean;

  /** How the notice and the purposes were explained; needed when something was. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ConsentConversation)
  conversation?: ConsentConversation;
}

/** A minor whose party must be looked at before a bed is given. */
export class IntakeConcern {
  personId: string;
  @ApiProperty({ enum: ['minor_without_parent', 'minor_alone'] })
  reason: ProtectionReason;
}

/** The party that was recorded. */
export class IntakeView {
  partyId: string;
  code: string;
  siteId: string;
  arrivedOn: string;
  /** The people, in the order of the form. */
  personIds: string[];
  concerns: IntakeConcern[];
}
