import { ApiProperty } from '@nestjs/swagger';
import { bedCharacteristics, bedKinds, type BedCharacteristic, type BedKind } from './bed.entity';
import { spaceKinds, type SpaceKind } from './room.entity';
import { siteKinds, type SiteKind } from './site.entity';

/** A site in a list. */
export class SiteView {
  id: string;
  name: string;
  code: string;
  /** IANA time zone. */
  timeZone: string;
  @ApiProperty({ enum: siteKinds })
  kind: SiteKind;
  maxStayNights: number | null;
  /** Beds in service today. */
  beds: number;
  rooms: number;
}

export class SitesPage {
  items: SiteView[];
  /** Always null: an organization's sites fit on one page. */
  next: string | null;
}

export class BedView {
  id: string;
  roomId: string;
  label: string;
  @ApiProperty({ enum: bedKinds })
  kind: BedKind;
  @ApiProperty({ enum: bedCharacteristics, isArray: true })
  characteristics: BedCharacteristic[];
  inServiceFrom: string;
  /** First night it cannot be used any more; null: no end. */
  inServiceUntil: string | null;
}

export class RoomView {
  id: string;
  buildingId: string;
  name: string;
  @ApiProperty({ enum: spaceKinds })
  spaceKind: SpaceKind;
  floor: number;
  position: number;
  beds: BedView[];
}

export class BuildingView {
  id: string;
  name: string;
  position: number;
  rooms: RoomView[];
}

/** Capacities in force from a date on; null: not said. */
export class CapacityView {
  effectiveFrom: string;
  licensed: number | null;
  staffed: number | null;
  funded: number | null;
}

export class SiteOffers {
  /** Whether the reader may change this site. */
  manage: boolean;
}

/** A site with everything in it. */
export class SiteTreeView extends SiteView {
  address: string | null;
  buildings: BuildingView[];
  capacities: CapacityView[];
  can: SiteOffers;
}

/** The beds that were made. */
export class BedsMade {
  items: BedView[];
}
