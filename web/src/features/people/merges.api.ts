import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** That two records are about the same person, or were taken for it. */
export type PersonMerge = components['schemas']['PersonMergeView'];

/** The merges a record was part of. */
export function mergesOf(personId: string) {
  return queryOptions({
    queryKey: ['people', 'merges', personId],
    queryFn: () => read(api.GET('/api/people/{id}/merges', { params: { path: { id: personId } } })),
  });
}

/** Merges another record into this one. */
export function mergePerson(keptId: string, body: RequestBody<'/api/people/{id}/merges', 'post'>) {
  return read(api.POST('/api/people/{id}/merges', { params: { path: { id: keptId } }, body }));
}

/** Takes a merge back. */
export function undoMerge(id: string) {
  return read(api.POST('/api/person-merges/{id}/undo', { params: { path: { id } } }));
}
