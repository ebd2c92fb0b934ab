import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

export type Relation = Member['relation'];
export const relations = [
  'head', 'spouse', 'partner', 'child', 'parent', 'sibling', 'grandparent', 'grandchild', 'aunt_uncle', 'cousin', 'other_relative', 'unrelated', 'unknown',
] as const satisfies readonly Relation[];

/** Somebody's time in a party. */
export type Member = components['schemas']['MemberView'];

/** People who arrived together. */
export type Party = components['schemas']['PartyView'];

export type MemberOfParty = components['schemas']['MemberOfParty'];

export function partyPage(id: string) {
  return queryOptions({
    queryKey: ['people', 'party', id],
    queryFn: () => read(api.GET('/api/parties/{id}', { params: { path: { id } } })),
  });
}

export function changeParty(id: string, body: RequestBody<'/api/parties/{id}', 'patch'>): Promise<Party> {
  return read(api.PATCH('/api/parties/{id}', { params: { path: { id } }, body }));
}

export function addMember(id: string, body: RequestBody<'/api/parties/{id}/members', 'post'>): Promise<Party> {
  return read(api.POST('/api/parties/{id}/members', { params: { path: { id } }, body }));
}

export function removeMember(id: string, personId: string): Promise<Party> {
  return read(api.DELETE('/api/parties/{id}/members/{personId}', { params: { path: { id, personId } } }));
}

export function splitParty(id: string, leaving: MemberOfParty[]): Promise<components['schemas']['SplitView']> {
  return read(api.POST('/api/parties/{id}/split', { params: { path: { id } }, body: { leaving } }));
}
