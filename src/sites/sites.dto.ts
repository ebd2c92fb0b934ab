import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { IsTimeZone } from '../platform/http/is-time-zone';
import { bedCharacteristics, bedKinds, type BedCharacteristic, type BedKind } from './bed.entity';
import { spaceKinds, type SpaceKind } from './room.entity';
import { siteKinds, type SiteKind } from './site.entity';

/** A new site. */
export class CreateSite {
  @IsString() @MinLength(1) @MaxLength(120)
  name: string;

  /** Short code used in addresses and on lists. */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,15}$/, { message: 'The code is 1 to 16 letters, digits or hyphens.' })
  code: string;

  /** IANA time zone; every date of the site is local to it. */
  @IsTimeZone()
  timeZone: string;

  @IsIn(siteKinds)
  kind: SiteKind;

  /** Street address; kept sealed. */
  @IsOptional() @IsString() @MaxLength(300)
  address?: string | null;

  /** After how many nights a stay is marked as longer than the house means it to be; nothing is refused. */
  @IsOptional() @IsInt() @Min(1) @Max(3650)
  maxStayNights?: number | null;
}

/** What changes of a site; what is not sent stays. */
export class ChangeSite extends PartialType(CreateSite) {}

export class CreateBuilding {
  @IsString() @MinLength(1) @MaxLength(80)
  name: string;

  /** Place in lists; the lowest comes first. */
  @IsOptional() @IsInt() @Min(0) @Max(1000)
  position?: number;
}

export class ChangeBuilding extends PartialType(CreateBuilding) {}

export class CreateRoom {
  @IsUUID()
  buildingId: string;

  @IsString() @MinLength(1) @MaxLength(80)
  name: string;

  @IsIn(spaceKinds)
  spaceKind: SpaceKind;

  @IsOptional() @IsInt() @Min(-10) @Max(200)
  floor?: number;

  @IsOptional() @IsInt() @Min(0) @Max(10_000)
  position?: number;
}

/** What changes of a room. A room stays in its building. */
export class ChangeRoom {
  @IsOptional() @IsString() @MinLength(1) @MaxLength(80)
  name?: string;

  @IsOptional() @IsIn(spaceKinds)
  spaceKind?: SpaceKind;

  @IsOptional() @IsInt() @Min(-10) @Max(200)
  floor?: number;

  @IsOptional() @IsInt() @Min(0) @Max(10_000)
  position?: number;
}

/** One new bed. */
export class NewBed {
  @IsString() @MinLength(1) @MaxLength(20)
  label: string;

  @IsIn(bedKinds)
  kind: BedKind;

  @IsOptional() @IsArray() @ArrayUnique() @IsIn(bedCharacteristics, { each: true })
  characteristics?: BedCharacteristic[];
}

/** Beds that come into service in a room. */
export class CreateBeds {
  @IsUUID()
  roomId: string;

  /** First night they can be used. */
  @IsLocalDate()
  inServiceFrom: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => NewBed)
  beds: NewBed[];
}

/** What changes of a bed. */
export class ChangeBed {
  @IsOptional() @IsString() @MinLength(1) @MaxLength(20)
  label?: string;

  @IsOptional() @IsIn(bedKinds)
  kind?: BedKind;

  @IsOptional() @IsArray() @ArrayUnique() @IsIn(bedCharacteristics, { each: true })
  characteristics?: BedCharacteristic[];

  /** First night it can no longer be used; null puts it back into service. */
  @IsOptional() @IsLocalDate()
  inServiceUntil?: string | null;
}

/** How many people a site may take, from a date on. Null: not said. */
export class SetCapacities {
  @IsLocalDate()
  effectiveFrom: string;

  @IsOptional() @IsInt() @Min(0) @Max(100_000)
  licensed?: number | null;

  @IsOptional() @IsInt() @Min(0) @Max(100_000)
  staffed?: number | null;

  @IsOptional() @IsInt() @Min(0) @Max(100_000)
  funded?: number | null;
}
