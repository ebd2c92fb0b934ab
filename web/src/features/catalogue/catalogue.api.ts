import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** A line of the service catalogue. */
export type Kind = components['schemas']['ServiceKindView'];
export type Category = Kind['category'];
export type Subject = Kind['subject'];

/** In the order in which they are offered. */
export const categories = ['meals', 'hygiene', 'clothing', 'medical', 'transportation', 'translation', 'outreach', 'labor', 'renovation', 'other'] as const satisfies readonly Category[];
export const subjects = ['person', 'headcount', 'staff', 'site'] as const satisfies readonly Subject[];

/** What may be changed later. */
export type KindChange = RequestBody<'/api/service-kinds/{id}', 'patch'>;

/** A new line. */
export type NewKind = RequestBody<'/api/service-kinds', 'post'>;

/** The catalogue in its order, and whether the reader may change it. */
export function catalogue() {
  return queryOptions({ queryKey: ['services', 'kinds'], queryFn: () => read(api.GET('/api/service-kinds', {})) });
}

/** Adds a line. */
export function addKind(kind: NewKind): Promise<Kind> {
  return read(api.POST('/api/service-kinds', { body: kind }));
}

/** Changes a line. */
export function changeKind(id: string, change: KindChange): Promise<Kind> {
  return read(api.PATCH('/api/service-kinds/{id}', { params: { path: { id } }, body: change }));
}
