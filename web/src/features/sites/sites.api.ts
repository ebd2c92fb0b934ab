import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** A site with everything in it. */
export type Site = components['schemas']['SiteTreeView'];
export type SiteKind = Site['kind'];

/** A building with its rooms. */
export type Building = components['schemas']['BuildingView'];

/** A room with its beds. */
export type Room = components['schemas']['RoomView'];
export type SpaceKind = Room['spaceKind'];

/** A bed of a room. */
export type Bed = components['schemas']['BedView'];
export type BedKind = Bed['kind'];
export type BedCharacteristic = Bed['characteristics'][number];

export const siteKinds: readonly SiteKind[] = ['respite', 'shelter', 'hotel', 'transitional'];
export const spaceKinds: readonly SpaceKind[] = ['congregate', 'dorm', 'family_room', 'hotel_block', 'isolation', 'overflow'];
export const bedKinds: readonly BedKind[] = ['bed', 'lower_bunk', 'upper_bunk', 'cot', 'crib'];
export const bedCharacteristics: readonly BedCharacteristic[] = ['step_free', 'wheelchair_space', 'near_bathroom', 'private_bathroom', 'power_outlet', 'quiet'];

/** A site with buildings, rooms, beds and capacities. */
export function siteOf(id: string) {
  return queryOptions({
    queryKey: ['sites', id],
    queryFn: () => read(api.GET('/api/sites/{id}', { params: { path: { id } } })),
  });
}

/** Changes what is said about a site. */
export function changeSite(id: string, body: RequestBody<'/api/sites/{id}', 'patch'>): Promise<Site> {
  return read(api.PATCH('/api/sites/{id}', { params: { path: { id } }, body }));
}

/** Says how many people the site may take from a date on. */
export function setCapacities(id: string, body: RequestBody<'/api/sites/{id}/capacities', 'put'>): Promise<Site> {
  return read(api.PUT('/api/sites/{id}/capacities', { params: { path: { id } }, body }));
}

/** Adds a building. */
export function addBuilding(siteId: string, body: RequestBody<'/api/sites/{id}/buildings', 'post'>): Promise<Site> {
  return read(api.POST('/api/sites/{id}/buildings', { params: { path: { id: siteId } }, body }));
}

/** Adds a room to a building. */
export function addRoom(siteId: string, body: RequestBody<'/api/sites/{id}/rooms', 'post'>): Promise<Site> {
  return read(api.POST('/api/sites/{id}/rooms', { params: { path: { id: siteId } }, body }));
}

/** Changes a room. */
export function changeRoom(id: string, body: RequestBody<'/api/rooms/{id}', 'patch'>): Promise<unknown> {
  return api.PATCH('/api/rooms/{id}', { params: { path: { id } }, body });
}

/** Brings beds into service: all of them or none. */
export function addBeds(siteId: string, body: RequestBody<'/api/sites/{id}/beds', 'post'>): Promise<unknown> {
  return read(api.POST('/api/sites/{id}/beds', { params: { path: { id: siteId } }, body }));
}

/** Changes a bed, or takes it out of service. */
export function changeBed(id: string, body: RequestBody<'/api/beds/{id}', 'patch'>): Promise<unknown> {
  return read(api.PATCH('/api/beds/{id}', { params: { path: { id } }, body }));
}
