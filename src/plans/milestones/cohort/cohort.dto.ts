import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { IsLocalDate } from '../../../platform/http/is-local-date';
import { milestoneSubjects, type MilestoneSubject } from '../../../programs/program-milestone.entity';
import { MilestoneLabels } from '../milestones.dto';
import { cohortDays, cohortSets, type CohortDay, type CohortSet } from './cohort-cell';

/** Which part of those who entered a program. */
export class CohortQuery {
  /** The first day of entry. */
  @IsLocalDate()
  from: string;

  /** The last day of entry, which counts too. */
  @IsLocalDate()
  to: string;

  @IsOptional()
  @IsUUID()
  siteId?: string;
}

/** Which cell of a cohort table. */
export class CohortRowsQuery extends CohortQuery {
  @Matches(/^[a-z][a-z0-9_]{1,59}$/, { message: 'milestone must be the key of a milestone' })
  milestone: string;

  @Type(() => Number)
  @IsIn(cohortDays)
  @ApiProperty({ enum: cohortDays })
  day: CohortDay;

  @IsIn(cohortSets)
  @ApiProperty({ enum: cohortSets })
  set: CohortSet;

  /** The `next` of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** A milestone on a day from entry. A number that is null would tell of fewer than eleven people. */
export class CohortPoint {
  @ApiProperty({ enum: cohortDays })
  day: CohortDay;
  /** Everybody of the cohort to whom the milestone is put. */
  entered: number | null;
  /** Those who have come so far and to whom it applies; who was lost to contact stays among them. */
  denominator: number | null;
  achieved: number | null;
  lostContact: number | null;
  declined: number | null;
  open: number | null;
  /** Outside of the denominator: their day has not come. */
  notYet: number | null;
  /** Outside of the denominator: the milestone does not apply to them. */
  notApplicable: number | null;
  /** Achieved of the denominator, from 0 to 1; null when there is nobody in it or a number is hidden. */
  share: number | null;
}

/** A milestone over the days from entry. */
export class CohortMilestone {
  milestone: string;
  labels: MilestoneLabels;
  group: string;
  @ApiProperty({ enum: milestoneSubjects })
  subject: MilestoneSubject;
  points: CohortPoint[];
}

/** What the frozen looks at self-sufficiency said of the families of a cohort. */
export class CohortSufficiency {
  day: number;
  /** Families whose look is frozen. */
  frozen: number | null;
  selfSufficient: number | null;
  notSelfSufficient: number | null;
  unknown: number | null;
  /** Those of them who were lost to contact by then. */
  lostContact: number | null;
}

/** What those who entered a program in a span reached. */
export class CohortView {
  programId: string;
  programName: string;
  /** The span that was counted: as asked, or whole quarters for a reader of numbers. */
  from: string;
  to: string;
  siteId: string | null;
  /** Every number is shown and opens to its rows; otherwise small ones are hidden. */
  exact: boolean;
  peopleEntered: number | null;
  familiesEntered: number | null;
  milestones: CohortMilestone[];
  sufficiency: CohortSufficiency[];
}

/** Somebody, or a family, behind a number. */
export class CohortRow {
  id: string;
  /** Null: the family. */
  personId: string | null;
  name: string | null;
  caseId: string | null;
  caseCode: string | null;
  entryOn: string;
  achievedOn: string | null;
}

/** Those behind a number. */
export class CohortRowPage {
  items: CohortRow[];
  next: string | null;
}
