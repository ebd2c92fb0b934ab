import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { checkpoints, sufficiencies, type Checkpoint, type Sufficiency } from './self-sufficiency';
import { standings, type Standing } from './sufficiency-snapshot.entity';

const MOST_CENTS = 100_000_000;

/** What a family lived on in one month, as they tell it. */
export class RecordHouseholdMonth {
  /** The month, for example 2026-03. */
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/, { message: 'month must be written as year-month, for example 2026-03' })
  month: string;

  /** What everybody earned together, without cash assistance, in cents. */
  @IsInt()
  @Min(0)
  @Max(MOST_CENTS)
  incomeCents: number;

  @IsInt()
  @Min(0)
  @Max(MOST_CENTS)
  rentCents: number;

  /** Food, transport and whatever else a month costs them; nothing when it is not known. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_CENTS)
  otherCostsCents?: number;

  /** Whether they got a cash assistance grant. Food stamps and Medicaid are none. */
  @IsBoolean()
  cashAssistance: boolean;

  /** Grown members who can work, and those of them who do. */
  @IsInt()
  @Min(0)
  @Max(30)
  employable: number;

  @IsInt()
  @Min(0)
  @Max(30)
  employed: number;

  /** The row the worker saw for this month; nothing when there was none. */
  @IsOptional()
  @IsUUID()
  replaces?: string;
}

/** What a family lived on in one month. */
export class HouseholdMonthView {
  id: string;
  month: string;
  incomeCents: number;
  rentCents: number;
  otherCostsCents: number;
  cashAssistance: boolean;
  employable: number;
  employed: number;
  selfSufficient: boolean;
  recordedAt: Date;
  recordedBy: string | null;
  /** How often this month was corrected. */
  corrections: number;
}

/** A look at a family's self-sufficiency that was frozen on its day, or is still to come. */
export class SufficiencyCheckView {
  programId: string;
  programName: string;
  @ApiProperty({ enum: checkpoints })
  day: Checkpoint;
  dueOn: string;
  /** Null: the day has not come yet. */
  @ApiProperty({ enum: sufficiencies, nullable: true })
  verdict: Sufficiency | null;
  @ApiProperty({ enum: standings, nullable: true })
  standing: Standing | null;
  frozenAt: Date | null;
  /** The month it was read from. */
  month: string | null;
  /** What the records say today, when that is something else; the frozen look stays as it is. */
  @ApiProperty({ enum: sufficiencies, nullable: true })
  sinceCorrectedTo: Sufficiency | null;
}

/** What a family lives on, and the looks at it. */
export class LivelihoodView {
  caseId: string;
  mayRecord: boolean;
  /** The present month at the site. */
  thisMonth: string;
  checks: SufficiencyCheckView[];
  months: HouseholdMonthView[];
}
