import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { AgeBand, ProtectionReview, ProtectionState, Sex } from './people.api';

export const relations = [
  'head', 'spouse', 'partner', 'child', 'parent', 'sibling', 'grandparent', 'grandchild', 'aunt_uncle', 'cousin', 'other_relative', 'unrelated', 'unknown',
] as const;
export type Relation = (typeof relations)[number];

/** Somebody's time in a party. */
export interface Member {
  personId: string;
  name: string;
  age: number | null;
  ageBand: AgeBand;
  sex: Sex | null;
  languageSpoken: string | null;
  interpreterNeeded: boolean;
  needs: string[];
  protectionReview: ProtectionState;
  relation: Relation;
  isHead: boolean;
  joinedOn: string;
  leftOn: string | null;
}

/** People who arrived together. */
export interface Party {
  id: string;
  code: string;
  siteId: string;
  arrivedOn: string;
  keepTogether: boolean;
  members: Member[];
  protectionReviews: ProtectionReview[];
  may: { change: boolean; decideProtection: boolean };
}

export interface MemberOfParty {
  personId: string;
  relation: Relation;
}

export function partyPage(id: string) {
  return queryOptions({
    queryKey: ['people', 'party', id],
    queryFn: () => read(api.GET('/api/parties/{id}', { params: { path: { id } } })) as Promise<Party>,
  });
}

export function changeParty(id: string, body: { keepTogether?: boolean; members?: MemberOfParty[] }): Promise<Party> {
  return read(api.PATCH('/api/parties/{id}', { params: { path: { id } }, body })) as Promise<Party>;
}

export function addMember(id: string, body: MemberOfParty & { moves: boolean }): Promise<Party> {
  return read(api.POST('/api/parties/{id}/members', { params: { path: { id } }, body })) as Promise<Party>;
}

export function removeMember(id: string, personId: string): Promise<Party> {
  return read(api.DELETE('/api/parties/{id}/members/{personId}', { params: { path: { id, personId } } })) as Promise<Party>;
}

export function splitParty(id: string, leaving: MemberOfParty[]): Promise<{ party: Party; left: Party }> {
  return read(api.POST('/api/parties/{id}/split', { params: { path: { id } }, body: { leaving } })) as Promise<{ party: Party; left: Party }>;
}
