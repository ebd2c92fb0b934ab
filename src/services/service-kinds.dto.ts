import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { serviceCategories, serviceSubjects, type ServiceCategory, type ServiceKind, type ServiceSubject } from './service-kind.entity';

const MOST_PER_DAY = 1000;
const LONGEST_INTERVAL = 60 * 24 * 366;

/** How a kind of service is called. */
export class KindLabelsBody {
  /** In English. */
  @IsString()
  @Length(1, 60)
  @Matches(/\S/, { message: 'Write a name.' })
  en: string;

  /** In Spanish. */
  @IsString()
  @Length(1, 60)
  @Matches(/\S/, { message: 'Write a name.' })
  es: string;
}

/** A new line of the catalogue. */
export class CreateServiceKind {
  /** A short name for files and imports: small letters, digits and "_". */
  @Matches(/^[a-z][a-z0-9_]{1,39}$/, { message: 'Write the code in small letters, digits and "_", for example meal_lunch.' })
  code: string;

  /** What it is for the measures of programs. Nights ("lodging") are refused: they are counted from stays. */
  @IsIn([...serviceCategories, 'lodging'])
  @ApiProperty({ enum: serviceCategories })
  category: ServiceCategory | 'lodging';

  /** What a measure "by type" sorts it under. */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{1,39}$/, { message: 'Write the item type in small letters, digits and "_", for example first_aid.' })
  itemType?: string;

  @IsObject()
  @ValidateNested()
  @Type(() => KindLabelsBody)
  labels: KindLabelsBody;

  /** What one of it is: meal, item, ride, hour. */
  @IsString()
  @Length(1, 30)
  unit: string;

  @IsIn(serviceSubjects)
  subject: ServiceSubject;

  /** The most that one person gets on one day before somebody asks why. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_PER_DAY)
  maxPerDay?: number;

  /** The minutes between two of them for one person before somebody asks why. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_INTERVAL)
  minIntervalMinutes?: number;

  /** Whether it stands among the first tiles of quick entry. */
  @IsOptional()
  @IsBoolean()
  quick?: boolean;
}

/** What may be changed of a line of the catalogue. What past entries are counted by stays as it is. */
export class ChangeServiceKind {
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => KindLabelsBody)
  labels?: KindLabelsBody;

  /** Null: as many as wanted. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_PER_DAY)
  maxPerDay?: number | null;

  /** Null: no time in between. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_INTERVAL)
  minIntervalMinutes?: number | null;

  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  quick?: boolean;

  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;

  /** The first day on which it is no longer given; null takes that back. */
  @IsOptional()
  @IsLocalDate()
  retiredOn?: string | null;
}

/** How a kind of service is called, in English and Spanish. */
export class KindLabelsView {
  en: string;
  es: string;
}

/** A line of the catalogue. */
export class ServiceKindView {
  id: string;
  code: string;
  @ApiProperty({ enum: serviceCategories })
  category: ServiceCategory;
  itemType: string | null;
  labels: KindLabelsView;
  unit: string;
  @ApiProperty({ enum: serviceSubjects })
  subject: ServiceSubject;
  maxPerDay: number | null;
  minIntervalMinutes: number | null;
  quick: boolean;
  position: number;
  retiredOn: string | null;
}

/** The catalogue. */
export class ServiceKindList {
  items: ServiceKindView[];
  /** Whether the reader may change it. */
  mayChange: boolean;
}

/** What leaves of a line of the catalogue. */
export function toServiceKindView(kind: ServiceKind): ServiceKindView {
  const { id, code, category, itemType, labels, unit, subject, maxPerDay, minIntervalMinutes, quick, position, retiredOn } = kind;
  return { id, code, category, itemType, labels: { en: labels.en, es: labels.es }, unit, subject, maxPerDay, minIntervalMinutes, quick, position, retiredOn };
}
