import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { PageQuery } from '../platform/http/page-query.dto';
import { type DateOrder, type ManifestField, manifestFields } from './manifest/fields';
import { type RowState, rowStates } from './manifest/row-state';

/** The longest text of one field that is taken when a row is mended. */
const MOST_SIGNS = 500;

/** What is said about a file beside it; the file itself is the part `file` of the form. */
export class UploadManifest {
  @IsUUID()
  siteId: string;

  /** The site-local day on which the people of the list arrive. */
  @IsLocalDate()
  arrivedOn: string;

  /** The announced arrival the list belongs to, when there is one. */
  @IsOptional()
  @IsUUID()
  arrivalId?: string;
}

/** Which lists to show. */
export class ManifestsQuery extends PageQuery {
  @IsUUID()
  siteId: string;
}

/** One column and what it means. */
export class ColumnMeaning {
  /** Counted from 0. */
  @IsInt()
  @Min(0)
  @Max(199)
  column: number;

  @IsIn(manifestFields)
  @ApiProperty({ enum: manifestFields })
  field: ManifestField;
}

/** What the columns of a list mean. A column that is not named is left out. */
export class MapColumns {
  @IsArray()
  @ArrayMinSize(1, { message: 'Say which column holds the names' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ColumnMeaning)
  columns: ColumnMeaning[];

  /** Whether 03/04 is the third of April or the fourth of March; null lets the list tell. */
  @IsOptional()
  @IsIn(['day_first', 'month_first'])
  @ApiProperty({ enum: ['day_first', 'month_first'], nullable: true })
  dateOrder?: DateOrder | null;

  /** How many lines stand above the first person, blank lines included. */
  @IsInt()
  @Min(0)
  @Max(60)
  headerRows: number;
}

/** Which rows to show. */
export class ManifestRowsQuery {
  @IsIn(rowStates)
  @ApiProperty({ enum: rowStates })
  state: RowState;

  /** The number of the last row that was shown. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  after?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** What a list says about one person, field by field, as text. */
export class WrittenFields {
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) full_name?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) given_names?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) family_names?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) second_family_name?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) birth_date?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) age?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) sex?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) nationality?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) a_number?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) group?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) relation?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) language?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) destination?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) phone?: string;
  @IsOptional() @IsString() @MaxLength(MOST_SIGNS) released_on?: string;
}

/** What somebody puts right in a row, or that it stays out. */
export class MendRow {
  /** The version that was on the screen. */
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version: number;

  /** The fields as they should read; others stay as they are. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => WrittenFields)
  written?: WrittenFields;

  /** True keeps the row out, false takes it back. */
  @IsOptional()
  @IsBoolean()
  setAside?: boolean;
}

/** What somebody decided about a row that looks like a person already known, or like another row. */
export class DecideRow {
  /** The version that was on the screen. */
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version: number;

  /** It is the known person, it is somebody else, or it is open again. */
  @IsIn(['same', 'different', 'undecided'])
  @ApiProperty({ enum: ['same', 'different', 'undecided'] })
  decision: 'same' | 'different' | 'undecided';

  /** Which known person it is. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}
