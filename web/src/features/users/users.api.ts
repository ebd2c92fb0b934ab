import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';

/** Roles that can be given for one site; the others hold for the whole organization only. */
export const siteRoles = ['coordinator', 'intake_worker', 'caseworker', 'supervisor'];

export type UserStatus = 'invited' | 'active' | 'disabled';

/** A role somebody has, will have or had. */
export interface Grant {
  id: string;
  role: string;
  scope: string;
  scopeId: string | null;
  siteName: string | null;
  validFrom: string;
  validTo: string | null;
  state: 'current' | 'future' | 'over';
}

/** Somebody who works here. */
export interface User {
  id: string;
  email: string;
  fullName: string;
  language: string;
  status: UserStatus;
  createdAt: string;
  lastSignedInAt: string | null;
  isYou: boolean;
  grants: Grant[];
  /** What may be done with the account: change, grant, disable, enable, invite-again, reset-password, sign-out. */
  allowed: string[];
}

/** A page of the people who work here, by name. */
export interface UserList {
  items: User[];
  next: string | null;
  rolesToGive: string[];
}

/** A role to give; without a site it holds for the whole organization. */
export interface NewGrant {
  role: string;
  scope: 'organization' | 'site';
  scopeId?: string;
  validFrom?: string;
  validTo?: string;
}

/** A colleague to invite. */
export interface Invitation {
  email: string;
  fullName: string;
  language: string;
  grants: NewGrant[];
}

/** The people who work here, page by page. */
export const userPages = infiniteQueryOptions({
  queryKey: ['users', 'list'],
  queryFn: ({ pageParam }) => read(api.GET('/api/users', { params: { query: pageParam ? { after: pageParam } : {} } })) as Promise<UserList>,
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

/** The roles the signed-in person may give. */
export const rolesToGive = queryOptions({
  queryKey: ['users', 'roles'],
  queryFn: async () => ((await read(api.GET('/api/users', { params: { query: { limit: 1 } } }))) as UserList).rolesToGive,
});

/** One colleague with all roles. */
export function userById(id: string) {
  return queryOptions({ queryKey: ['users', 'one', id], queryFn: () => read(api.GET('/api/users/{id}', { params: { path: { id } } })) as Promise<User> });
}

/** Invites a colleague by mail. */
export function invite(body: Invitation): Promise<User> {
  return read(api.POST('/api/invitations', { body: body as RequestBody<'/api/invitations', 'post'> })) as Promise<User>;
}

/** Changes the name or language of a colleague, disables the account or enables it. */
export function changeUser(id: string, body: RequestBody<'/api/users/{id}', 'patch'>): Promise<User> {
  return read(api.PATCH('/api/users/{id}', { params: { path: { id } }, body })) as Promise<User>;
}

/** Sends the invitation again. */
export async function inviteAgain(id: string): Promise<void> {
  await api.POST('/api/users/{id}/invitations', { params: { path: { id } } });
}

/** Mails the link to a new password. */
export async function mailNewPassword(id: string): Promise<void> {
  await api.POST('/api/users/{id}/password-resets', { params: { path: { id } } });
}

/** Ends every session of a colleague. */
export async function signOutEverywhere(id: string): Promise<void> {
  await api.DELETE('/api/users/{id}/sessions', { params: { path: { id } } });
}

/** Gives a colleague a role. */
export function giveRole(id: string, body: NewGrant): Promise<User> {
  return read(api.POST('/api/users/{id}/grants', { params: { path: { id } }, body: body as RequestBody<'/api/users/{id}/grants', 'post'> })) as Promise<User>;
}

/** Ends a role of a colleague. */
export async function endRole(id: string, grantId: string): Promise<void> {
  await api.DELETE('/api/users/{id}/grants/{grantId}', { params: { path: { id, grantId } } });
}
