import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { textLanguages, textStates, type TextLanguage, type TextState } from './consent-texts';
import { purposeKeys, type Purpose } from './purposes';

/** A second speaker has read the texts of a language, all of them, and the organization uses them from now on. */
export class ApproveConsentTexts {
  @IsIn(textLanguages)
  @ApiProperty({ enum: textLanguages })
  language: TextLanguage;

  /** The version that was read, so that nobody approves words that have changed since. */
  @IsString()
  @Length(1, 40)
  version: string;

  /** Who speaks the language and read them. */
  @IsString()
  @Length(1, 120)
  @Matches(/\S/, { message: 'secondSpeaker must say who read the texts' })
  secondSpeaker: string;
}

/** One text as it is read aloud. */
export class ReviewedText {
  @ApiProperty({ enum: purposeKeys })
  purpose: Purpose;
  title: string;
  text: string;
}

/** The texts of a language and how far they have come. */
export class ConsentTextReviewView {
  @ApiProperty({ enum: textLanguages })
  language: TextLanguage;
  version: string;
  /** How they are delivered. */
  @ApiProperty({ enum: textStates })
  state: TextState;
  /** Whether they may be used to ask for consent. */
  usable: boolean;
  secondSpeaker: string | null;
  approvedAt: Date | null;
  texts: ReviewedText[];
}

/** The texts of every language. */
export class ConsentTextReviewList {
  items: ConsentTextReviewView[];
}
