import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { BedView, BuildingView, CapacityView, RoomView, SiteView } from './sites.views.dto';

/** A site as other rooms of the house need it. */
export interface SiteFacts {
  id: string;
  name: string;
  code: string;
  timeZone: string;
  maxStayNights: number | null;
}

type SiteRow = SiteView & { addressSealed: Buffer | null };

/** Named queries of sites and what stands in them. */
@Injectable()
export class SitesRepository {
  constructor(private readonly tx: Tx) {}

  /** The sites of an organization that are in use; all of them, or these. */
  list(organizationId: string, which: 'all' | string[], now: Date): Promise<SiteView[]> {
    return this.tx.rows(LIST, [organizationId, which === 'all' ? null : which, now]);
  }

  /** A site with its sealed address, or null. */
  async find(organizationId: string, id: string, now: Date): Promise<SiteRow | null> {
    const [row] = await this.tx.rows<SiteRow>(FIND, [organizationId, id, now]);
    return row ?? null;
  }

  /** What other rooms need to know of a site, or null. */
  async facts(organizationId: string, id: string): Promise<SiteFacts | null> {
    const [row] = await this.tx.rows<SiteFacts>(FACTS, [organizationId, id]);
    return row ?? null;
  }

  /** Buildings, rooms and beds of a site, each in its place, in three statements. */
  async tree(organizationId: string, siteId: string): Promise<BuildingView[]> {
    const buildings = await this.tx.rows<BuildingView>(BUILDINGS, [organizationId, siteId]);
    const rooms = await this.tx.rows<RoomView>(ROOMS, [organizationId, siteId]);
    const beds = await this.tx.rows<BedView>(BEDS, [organizationId, siteId]);
    const bedsOf = grouped(beds, (bed) => bed.roomId);
    const roomsOf = grouped(rooms, (room) => room.buildingId);
    return buildings.map((building) => ({
      ...building,
      rooms: (roomsOf.get(building.id) ?? []).map((room) => ({ ...room, beds: bedsOf.get(room.id) ?? [] })),
    }));
  }

  /** The site of a building, room or bed; null when there is none. */
  async siteOf(organizationId: string, kind: 'building' | 'room' | 'bed', id: string): Promise<string | null> {
    const [row] = await this.tx.rows<{ siteId: string }>(SITE_OF[kind], [organizationId, id]);
    return row?.siteId ?? null;
  }

  /** Everything that was ever said about a site's capacities, newest first. */
  capacities(organizationId: string, siteId: string): Promise<CapacityView[]> {
    return this.tx.rows(CAPACITIES, [organizationId, siteId]);
  }

  /** The capacities in force on a date. */
  async capacitiesOn(organizationId: string, siteId: string, date: string): Promise<CapacityView | null> {
    const [row] = await this.tx.rows<CapacityView>(CAPACITIES_ON, [organizationId, siteId, date]);
    return row ?? null;
  }

  /** Says the capacities from a date on, or says them anew for the same date. */
  async setCapacities(organizationId: string, siteId: string, capacity: CapacityView, userId: string | null): Promise<void> {
    await this.tx.write(SET_CAPACITIES, [organizationId, siteId, capacity.effectiveFrom, capacity.licensed, capacity.staffed, capacity.funded, userId]);
  }
}

function grouped<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const VIEW = `s.id, s.name, s.code, s.time_zone as "timeZone", s.kind, s.max_stay_nights as "maxStayNights",
  (select count(*)::int from rooms r where r.organization_id = s.organization_id and r.site_id = s.id) as rooms,
  (select count(*)::int from beds b where b.organization_id = s.organization_id and b.site_id = s.id
     and b.in_service_from <= ($3::timestamptz at time zone s.time_zone)::date
     and (b.in_service_until is null or b.in_service_until > ($3::timestamptz at time zone s.time_zone)::date)) as beds`;
const LIST = `select ${VIEW} from sites s
  where s.organization_id = $1 and s.archived_on is null and ($2::uuid[] is null or s.id = any ($2)) order by s.name, s.id`;
const FIND = `select ${VIEW}, s.address_sealed as "addressSealed" from sites s where s.organization_id = $1 and s.id = $2`;
const FACTS = `select id, name, code, time_zone as "timeZone", max_stay_nights as "maxStayNights" from sites where organization_id = $1 and id = $2`;
const BUILDINGS = 'select id, name, position from buildings where organization_id = $1 and site_id = $2 order by position, name';
const ROOMS = `select id, building_id as "buildingId", name, space_kind as "spaceKind", floor, position from rooms
  where organization_id = $1 and site_id = $2 order by position, name`;
const BEDS = `select id, room_id as "roomId", label, kind, characteristics, in_service_from::text as "inServiceFrom", in_service_until::text as "inServiceUntil"
  from beds where organization_id = $1 and site_id = $2 order by position, label`;
const SITE_OF = {
  building: 'select site_id as "siteId" from buildings where organization_id = $1 and id = $2',
  room: 'select site_id as "siteId" from rooms where organization_id = $1 and id = $2',
  bed: 'select site_id as "siteId" from beds where organization_id = $1 and id = $2',
} as const;
const CAPACITY = `effective_from::text as "effectiveFrom", licensed, staffed, funded`;
const CAPACITIES = `select ${CAPACITY} from site_capacities where organization_id = $1 and site_id = $2 order by site_capacities.effective_from desc`;
const CAPACITIES_ON = `select ${CAPACITY} from site_capacities where organization_id = $1 and site_id = $2 and effective_from <= $3
  order by site_capacities.effective_from desc limit 1`;
const SET_CAPACITIES = `insert into site_capacities (organization_id, site_id, effective_from, licensed, staffed, funded, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict on constraint site_capacities_one_per_date
  do update set licensed = excluded.licensed, staffed = excluded.staffed, funded = excluded.funded, recorded_by = excluded.recorded_by, recorded_at = now()`;
