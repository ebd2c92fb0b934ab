import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsObject, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import {
  captures, consentDecisions, consentGivers, explanations, interpreters,
  type Capture, type Consent, type ConsentDecision, type ConsentGiver, type Explanation, type Interpreter,
} from './consent.entity';
import { textLanguages } from './consent-texts';
import { dataCategories, purposeKeys, type DataCategory, type Purpose } from './purposes';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;

/** In which language the texts are wanted. */
export class ConsentTextsQuery {
  @IsOptional()
  @Matches(LANGUAGE, { message: 'language must be a language code, for example es' })
  language?: string;
}

/** One thing to ask, in words that can be read aloud. */
export class ConsentTextView {
  @ApiProperty({ enum: purposeKeys })
  purpose: Purpose;
  title: string;
  text: string;
  @ApiProperty({ enum: dataCategories, isArray: true })
  covers: DataCategory[];
  /** Whether it is asked in the first conversation. */
  atIntake: boolean;
}

/** What people are asked, in one language. */
export class ConsentTextList {
  /** The language of these texts; English where there are none in the one that was wanted. */
  @ApiProperty({ enum: textLanguages })
  language: string;
  version: string;
  items: ConsentTextView[];
}

/** The answer to one purpose. */
export class ConsentAnswer {
  @IsIn(purposeKeys)
  @ApiProperty({ enum: purposeKeys })
  purpose: Purpose;

  @IsIn(consentDecisions)
  @ApiProperty({ enum: consentDecisions })
  decision: ConsentDecision;
}

/** How the texts were explained and the answers taken down. */
export class ConsentConversation {
  /** The language in which the person heard or read the texts. */
  @Matches(LANGUAGE, { message: 'language must be a language code, for example es' })
  language: string;

  @IsIn(explanations)
  @ApiProperty({ enum: explanations })
  explained: Explanation;

  /** Who interpreted. A child or a travel companion does not. */
  @IsOptional()
  @IsIn(interpreters)
  @ApiProperty({ enum: interpreters })
  interpreter?: Interpreter;

  @IsIn(captures)
  @ApiProperty({ enum: captures })
  captured: Capture;

  /** The colleague who heard a spoken yes; the one who writes it down when nobody else is named. */
  @IsOptional()
  @IsUUID()
  witnessUserId?: string;

  /** The first day on which it no longer holds, at most a year from now; a year when nothing is said. */
  @IsOptional()
  @IsLocalDate()
  validUntil?: string;
}

/** What a person answered in one conversation. Refusing costs nothing. */
export class RecordConsents extends ConsentConversation {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(purposeKeys.length)
  @ArrayUnique((answer: ConsentAnswer) => answer.purpose, { message: 'Every purpose is answered once' })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConsentAnswer)
  answers: ConsentAnswer[];

  /** Who answered. For a minor a guardian does. */
  @IsIn(consentGivers)
  @ApiProperty({ enum: consentGivers })
  givenBy: ConsentGiver;

  /** The guardian, when it is one. */
  @IsOptional()
  @IsUUID()
  givenByPersonId?: string;
}

export const consentStates = ['live', 'refused', 'withdrawn', 'expired'] as const;
export type ConsentState = (typeof consentStates)[number];

/** What a person answered to one purpose, and where it stands today. */
export class ConsentView {
  id: string;
  purpose: string;
  @ApiProperty({ enum: consentDecisions })
  decision: ConsentDecision;
  @ApiProperty({ enum: consentStates })
  state: ConsentState;
  covers: string[];
  textVersion: string;
  language: string;
  @ApiProperty({ enum: explanations })
  explained: Explanation;
  @ApiProperty({ enum: interpreters, nullable: true })
  interpreter: Interpreter | null;
  @ApiProperty({ enum: captures })
  captured: Capture;
  @ApiProperty({ enum: consentGivers })
  givenBy: ConsentGiver;
  givenByPersonId: string | null;
  validFrom: string;
  validUntil: string;
  recordedAt: Date;
  withdrawnAt: Date | null;
}

/** What a person answered so far, the newest first. */
export class ConsentList {
  items: ConsentView[];
}

/** The view of a consent on a date. */
export function toConsentView(consent: Consent, today: string): ConsentView {
  const { id, purpose, decision, categories, textVersion, language, explained, interpreter, captured, givenBy, givenByPersonId, validFrom, validUntil, recordedAt, withdrawnAt } = consent;
  return {
    id, purpose, decision, state: stateOf(consent, today), covers: categories, textVersion, language, explained, interpreter, captured, givenBy, givenByPersonId,
    validFrom, validUntil, recordedAt, withdrawnAt,
  };
}

function stateOf({ decision, withdrawnAt, validUntil }: Consent, today: string): ConsentState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (validUntil <= today) return 'expired';
  return decision === 'given' ? 'live' : 'refused';
}
