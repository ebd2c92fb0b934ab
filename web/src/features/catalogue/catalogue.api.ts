import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';

export const categories = ['meals', 'hygiene', 'clothing', 'medical', 'transportation', 'translation', 'outreach', 'labor', 'renovation', 'other'] as const;
export type Category = (typeof categories)[number];
export const subjects = ['person', 'headcount', 'staff', 'site'] as const;
export type Subject = (typeof subjects)[number];

/** A line of the service catalogue. */
export interface Kind {
  id: string;
  code: string;
  category: Category;
  itemType: string | null;
  labels: { en: string; es: string };
  unit: string;
  subject: Subject;
  maxPerDay: number | null;
  minIntervalMinutes: number | null;
  quick: boolean;
  position: number;
  retiredOn: string | null;
}

/** What may be changed later. */
export type KindChange = Partial<Pick<Kind, 'labels' | 'maxPerDay' | 'minIntervalMinutes' | 'quick' | 'position' | 'retiredOn'>>;

/** A new line. */
export type NewKind = Pick<Kind, 'code' | 'category' | 'labels' | 'unit' | 'subject' | 'quick'> & { itemType?: string; maxPerDay?: number; minIntervalMinutes?: number };

/** The catalogue in its order, and whether the reader may change it. */
export function catalogue() {
  return queryOptions({ queryKey: ['services', 'kinds'], queryFn: () => read(api.GET('/api/service-kinds', {})) as Promise<{ items: Kind[]; mayChange: boolean }> });
}

/** Adds a line. */
export function addKind(kind: NewKind): Promise<Kind> {
  return read(api.POST('/api/service-kinds', { body: kind })) as Promise<Kind>;
}

/** Changes a line. */
export function changeKind(id: string, change: KindChange): Promise<Kind> {
  return read(api.PATCH('/api/service-kinds/{id}', { params: { path: { id } }, body: change })) as Promise<Kind>;
}
