import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { interpreters, stages, type Interpreter, type Stage } from './assessment.entity';

const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;
const answerValue = { oneOf: [{ type: 'string' as const }, { type: 'number' as const }, { type: 'boolean' as const }, { type: 'array' as const, items: { type: 'string' as const } }] };

/** What can be answered: a text, a number, yes or no, or several keys. */
export type AnswerValue = string | number | boolean | string[];

function IsAnswerValue(): PropertyDecorator {
  const isPlain = (value: unknown): boolean => (typeof value === 'string' && value.length <= 500) || typeof value === 'number' || typeof value === 'boolean';
  const isList = (value: unknown): boolean => Array.isArray(value) && value.length <= 40 && value.every((one) => typeof one === 'string' && one.length <= 40);
  return ValidateBy({ name: 'isAnswerValue', validator: { validate: (value: unknown) => isPlain(value) || isList(value), defaultMessage: () => 'the answer must be a short text, a number, yes or no, or a list of keys' } });
}

/** One answer. Declining is an answer too. */
export class AnswerBody {
  /** The key of the question. */
  @IsString() @MaxLength(40) question: string;
  @IsOptional() @IsAnswerValue() @ApiProperty({ ...answerValue, nullable: true, required: false }) value?: AnswerValue | null;
  @ValidateIf((_, value) => value !== undefined) @IsBoolean() notApplicable?: boolean;
  @ValidateIf((_, value) => value !== undefined) @IsBoolean() declined?: boolean;
  /** The participant ticked it as a goal of their own. */
  @ValidateIf((_, value) => value !== undefined) @IsBoolean() goal?: boolean;
  /** The law does not let them work yet. */
  @ValidateIf((_, value) => value !== undefined) @IsBoolean() workNotPermitted?: boolean;
  @ValidateIf((_, value) => value !== undefined) @IsString() @MaxLength(500) note?: string;
}

/** Begins an assessment with somebody of the case, or with the family together. */
export class StartAssessment {
  /** The published version of the instrument. */
  @IsUUID() instrumentVersionId: string;
  /** Whom it is about; left out when the instrument is for the family together. */
  @IsOptional() @IsUUID() personId?: string | null;
  @IsIn(stages) @ApiProperty({ enum: stages }) stage: Stage;
  /** The day the answers speak of; today when it is left out. */
  @IsOptional() @IsLocalDate() informationOn?: string | null;
  /** The language it is held in. */
  @IsString() @Matches(language) language: string;
  @IsOptional() @IsIn(interpreters) @ApiProperty({ enum: interpreters, required: false, nullable: true }) interpreter?: Interpreter | null;
  @IsOptional() @IsBoolean() participantPresent?: boolean | null;
}

/** What was typed so far. Only what is sent is changed; `answers` are all of them. */
export class SaveAssessment {
  /** The version that was read. */
  @IsInt() @Min(1) version: number;
  @IsOptional() @IsIn(stages) @ApiProperty({ enum: stages, required: false, nullable: true }) stage?: Stage | null;
  @IsOptional() @IsLocalDate() informationOn?: string | null;
  @IsOptional() @IsString() @Matches(language) language?: string | null;
  @IsOptional() @IsIn(interpreters) @ApiProperty({ enum: interpreters, required: false, nullable: true }) interpreter?: Interpreter | null;
  @IsOptional() @IsBoolean() participantPresent?: boolean | null;
  @IsOptional() @IsArray() @ArrayMaxSize(400) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => AnswerBody) answers?: AnswerBody[] | null;
  /** What came out, for an instrument that keeps only that. */
  @IsOptional() @IsString() @MaxLength(40) outcome?: string | null;
  @IsOptional() @IsBoolean() followUpOffered?: boolean | null;
}

/** Names the version that was read. */
export class AssessmentVersion {
  @IsInt() @Min(1) version: number;
}

/** Why an assessment is corrected. */
export class CorrectAssessment {
  @IsString() @Length(3, 500) reason: string;
}

/** Which instrument the change is asked for. */
export class ChangeQuery {
  @IsString() @Matches(/^[a-z][a-z0-9-]{1,39}$/) instrument: string;
}
