import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { contactChannels, contactOwners, type ContactChannel, type ContactOwner } from './contact-point.entity';

/** What a person said is safe. What is left out is not. */
export class ContactSafety {
  @IsOptional()
  @IsBoolean()
  safeToText?: boolean;

  @IsOptional()
  @IsBoolean()
  safeToCall?: boolean;

  @IsOptional()
  @IsBoolean()
  safeToLeaveMessage?: boolean;

  /** Whether we may say who we are. */
  @IsOptional()
  @IsBoolean()
  safeToSayName?: boolean;

  /** They asked us not to use it at all. */
  @IsOptional()
  @IsBoolean()
  doNotContact?: boolean;

  /** The language in which to write or call. */
  @IsOptional()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, { message: 'language must be a language code, for example es' })
  language?: string | null;
}

/** A number or address at which a person may be reached, and what they said is safe. Without a word of theirs, nothing is. */
export class RecordContactPoint extends ContactSafety {
  @IsIn(contactChannels)
  @ApiProperty({ enum: contactChannels })
  channel: ContactChannel;

  /** Whose it is. */
  @IsIn(contactOwners)
  @ApiProperty({ enum: contactOwners })
  owner: ContactOwner;

  @IsString()
  @MinLength(3)
  @MaxLength(254)
  value: string;

  /** Who else reads or answers it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  sharedWith?: string | null;

  /** When it is safe. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  safeHours?: string | null;
}

/** A way to reach a person; the number or address is masked until it is revealed. */
export class ContactPointView {
  id: string;
  @ApiProperty({ enum: contactChannels })
  channel: ContactChannel;
  @ApiProperty({ enum: contactOwners })
  owner: ContactOwner;
  /** Its end only. */
  value: string;
  isShared: boolean;
  safeToText: boolean;
  safeToCall: boolean;
  safeToLeaveMessage: boolean;
  safeToSayName: boolean;
  doNotContact: boolean;
  language: string | null;
  /** When the person last said what is safe. */
  verifiedAt: Date | null;
  recordedAt: Date;
  endedAt: Date | null;
}
