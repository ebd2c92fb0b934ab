import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';

export const siteKinds = ['respite', 'shelter', 'hotel', 'transitional'] as const;
export const spaceKinds = ['congregate', 'dorm', 'family_room', 'hotel_block', 'isolation', 'overflow'] as const;
export const bedKinds = ['bed', 'lower_bunk', 'upper_bunk', 'cot', 'crib'] as const;
export const bedCharacteristics = ['step_free', 'wheelchair_space', 'near_bathroom', 'private_bathroom', 'power_outlet', 'quiet'] as const;
export type SiteKind = (typeof siteKinds)[number];
export type SpaceKind = (typeof spaceKinds)[number];
export type BedKind = (typeof bedKinds)[number];

/** A bed of a room. */
export interface Bed {
  id: string;
  roomId: string;
  label: string;
  kind: BedKind;
  characteristics: string[];
  inServiceFrom: string;
  inServiceUntil: string | null;
}

/** A room with its beds. */
export interface Room {
  id: string;
  buildingId: string;
  name: string;
  spaceKind: SpaceKind;
  floor: number;
  position: number;
  beds: Bed[];
}

/** A building with its rooms. */
export interface Building {
  id: string;
  name: string;
  position: number;
  rooms: Room[];
}

/** Capacities in force from a date on. */
export interface Capacity {
  effectiveFrom: string;
  licensed: number | null;
  staffed: number | null;
  funded: number | null;
}

/** A site with everything in it. */
export interface Site {
  id: string;
  name: string;
  code: string;
  timeZone: string;
  kind: SiteKind;
  maxStayNights: number | null;
  beds: number;
  rooms: number;
  address: string | null;
  buildings: Building[];
  capacities: Capacity[];
  can: { manage: boolean };
}

/** What changes of a site. */
export type SiteChange = Partial<Pick<Site, 'name' | 'code' | 'timeZone' | 'kind' | 'address' | 'maxStayNights'>>;

/** A site with buildings, rooms, beds and capacities. */
export function siteOf(id: string) {
  return queryOptions({
    queryKey: ['sites', id],
    queryFn: () => read(api.GET('/api/sites/{id}', { params: { path: { id } } })) as Promise<Site>,
  });
}

/** Changes what is said about a site. */
export function changeSite(id: string, body: SiteChange): Promise<Site> {
  return read(api.PATCH('/api/sites/{id}', { params: { path: { id } }, body })) as Promise<Site>;
}

/** Says how many people the site may take from a date on. */
export function setCapacities(id: string, body: Capacity): Promise<Site> {
  return read(api.PUT('/api/sites/{id}/capacities', { params: { path: { id } }, body })) as Promise<Site>;
}

/** Adds a building. */
export function addBuilding(siteId: string, body: { name: string; position: number }): Promise<Site> {
  return read(api.POST('/api/sites/{id}/buildings', { params: { path: { id: siteId } }, body })) as Promise<Site>;
}

/** Adds a room to a building. */
export function addRoom(siteId: string, body: { buildingId: string; name: string; spaceKind: SpaceKind; floor: number; position: number }): Promise<Site> {
  return read(api.POST('/api/sites/{id}/rooms', { params: { path: { id: siteId } }, body })) as Promise<Site>;
}

/** Changes a room. */
export function changeRoom(id: string, body: Partial<Pick<Room, 'name' | 'spaceKind' | 'floor'>>): Promise<unknown> {
  return api.PATCH('/api/rooms/{id}', { params: { path: { id } }, body });
}

/** Brings beds into service: all of them or none. */
export function addBeds(siteId: string, body: { roomId: string; inServiceFrom: string; beds: { label: string; kind: BedKind; characteristics: string[] }[] }): Promise<unknown> {
  return read(api.POST('/api/sites/{id}/beds', { params: { path: { id: siteId } }, body: body as RequestBody<'/api/sites/{id}/beds', 'post'> }));
}

/** Changes a bed, or takes it out of service. */
export function changeBed(id: string, body: Partial<Pick<Bed, 'label' | 'kind' | 'characteristics' | 'inServiceUntil'>>): Promise<unknown> {
  return read(api.PATCH('/api/beds/{id}', { params: { path: { id } }, body: body as RequestBody<'/api/beds/{id}', 'patch'> }));
}
