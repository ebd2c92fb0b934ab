import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import {
  assents, captures, consentDecisions, consentGivers, explanations, interpreters, withdrawalWays, withdrawers,
  type Assent, type Capture, type ConsentDecision, type ConsentGiver, type Explanation, type Interpreter, type WithdrawalWay, type Withdrawer,
} from './consent.entity';
import { recipientKinds, type RecipientKind } from './consent-recipient.entity';
import { textLanguages } from './consent-texts';
import type { ConsentRow } from './consents.repository';
import { DisclosureView } from './disclosures.dto';
import { dataCategories, purposeKeys, type DataCategory, type Purpose } from './purposes';

/** A picture of a signature; a drawing of this size is far below it. */
const SIGNATURE_CHARACTERS = 80_000;
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
  /** To whom something is told with it; null when nobody outside the house is. */
  @ApiProperty({ enum: recipientKinds, nullable: true })
  told: RecipientKind | null;
  /** Whether a yes says which recipient. */
  named: boolean;
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

  /** To whom it may be told, where somebody outside the house is. A no without one is a no to all. */
  @IsOptional()
  @IsUUID()
  recipientId?: string;
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

  /** The language into which it was interpreted, where it is not the one above: Mam by way of Spanish. */
  @IsOptional()
  @Matches(LANGUAGE, { message: 'interpreterLanguage must be a language code, for example mam' })
  interpreterLanguage?: string;

  /** Whether they said in their own words what they agree to. */
  @IsOptional()
  @IsBoolean()
  taughtBack?: boolean;

  @IsIn(captures)
  @ApiProperty({ enum: captures })
  captured: Capture;

  /** A signature or mark made on the screen, as the data URL of a PNG picture; left out when it is on paper. */
  @IsOptional()
  @MaxLength(SIGNATURE_CHARACTERS)
  @Matches(/^data:image\/png;base64,iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/, { message: 'signature must be a PNG picture' })
  signature?: string;

  /** Where the paper or the recording is, for whoever looks for it later. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  evidence?: string;

  /** The day on which they were asked: today. */
  @IsOptional()
  @IsLocalDate()
  askedOn?: string;

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
  @ArrayMaxSize(40)
  @ArrayUnique((answer: ConsentAnswer) => `${answer.purpose} ${answer.recipientId ?? ''}`, { message: 'Every purpose is answered once' })
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

  /** What the child said beside the guardian's answer. */
  @IsOptional()
  @IsIn(assents)
  @ApiProperty({ enum: assents })
  assent?: Assent;
}

/** In whose words and how a consent is taken back. */
export class WithdrawConsent {
  /** Whose word it is; the participant's when nothing is said. */
  @IsOptional()
  @IsIn(withdrawers)
  @ApiProperty({ enum: withdrawers })
  saidBy?: Withdrawer;

  @IsOptional()
  @IsIn(withdrawalWays)
  @ApiProperty({ enum: withdrawalWays })
  how?: WithdrawalWay;
}

export const consentStates = ['live', 'refused', 'withdrawn', 'expired'] as const;
export type ConsentState = (typeof consentStates)[number];

/** What a person answered to one purpose, and where it stands today. */
export class ConsentView {
  id: string;
  purpose: string;
  recipientId: string | null;
  recipientName: string | null;
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
  interpreterLanguage: string | null;
  taughtBack: boolean;
  @ApiProperty({ enum: captures })
  captured: Capture;
  /** Whether there is a picture of the signature or mark (`/api/consents/{id}/signature`). */
  hasSignature: boolean;
  @ApiProperty({ enum: consentGivers })
  givenBy: ConsentGiver;
  givenByPersonId: string | null;
  @ApiProperty({ enum: assents, nullable: true })
  assent: Assent | null;
  /** Where the paper or the recording is. */
  evidence: string | null;
  validFrom: string;
  validUntil: string;
  recordedAt: Date;
  withdrawnAt: Date | null;
  @ApiProperty({ enum: withdrawers, nullable: true })
  withdrawnSaidBy: Withdrawer | null;
  @ApiProperty({ enum: withdrawalWays, nullable: true })
  withdrawnHow: WithdrawalWay | null;
}

/** A consent that was taken back, and what was told on its purpose before, so that the person can be told. */
export class WithdrawnConsent extends ConsentView {
  earlierDisclosures: DisclosureView[];
}

/** What a person answered so far, the newest first. */
export class ConsentList {
  items: ConsentView[];
}

/** The view of a consent on a date, with where its paper is. */
export function toConsentView(consent: ConsentRow, today: string, evidence: string | null): ConsentView {
  const {
    id, purpose, recipientId, recipientName, decision, categories, textVersion, language, explained, interpreter, interpreterLanguage, taughtBack, captured,
    hasSignature, givenBy, givenByPersonId, assent, validFrom, validUntil, recordedAt, withdrawnAt, withdrawnSaidBy, withdrawnHow,
  } = consent;
  return {
    id, purpose, recipientId, recipientName, decision, state: stateOf(consent, today), covers: categories, textVersion, language, explained, interpreter,
    interpreterLanguage, taughtBack, captured, hasSignature, givenBy, givenByPersonId, assent, evidence, validFrom, validUntil, recordedAt, withdrawnAt,
    withdrawnSaidBy, withdrawnHow,
  };
}

function stateOf({ decision, withdrawnAt, validUntil }: ConsentRow, today: string): ConsentState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (validUntil <= today) return 'expired';
  return decision === 'given' ? 'live' : 'refused';
}
