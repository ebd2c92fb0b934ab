import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** Roles that can be given for one site; the others hold for the whole organization only. */
export const siteRoles = ['coordinator', 'intake_worker', 'caseworker', 'supervisor', 'program_director'];

/** Somebody who works here. */
export type User = components['schemas']['UserView'];
export type UserStatus = User['status'];

/** A role somebody has, will have or had. */
export type Grant = components['schemas']['GrantView'];

/** A role to give; without a site it holds for the whole organization. */
export type NewGrant = RequestBody<'/api/users/{id}/grants', 'post'>;

/** A colleague to invite. */
export type Invitation = RequestBody<'/api/invitations', 'post'>;

/** The people who work here, page by page. */
export const userPages = infiniteQueryOptions({
  queryKey: ['users', 'list'],
  queryFn: ({ pageParam }) => read(api.GET('/api/users', { params: { query: pageParam ? { after: pageParam } : {} } })),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

/** The roles the signed-in person may give. */
export const rolesToGive = queryOptions({
  queryKey: ['users', 'roles'],
  queryFn: async () => (await read(api.GET('/api/users', { params: { query: { limit: 1 } } }))).rolesToGive,
});

/** One colleague with all roles. */
export function userById(id: string) {
  return queryOptions({ queryKey: ['users', 'one', id], queryFn: () => read(api.GET('/api/users/{id}', { params: { path: { id } } })) });
}

/** Invites a colleague by mail. */
export function invite(body: Invitation): Promise<User> {
  return read(api.POST('/api/invitations', { body }));
}

/** Changes the name or language of a colleague, disables the account or enables it. */
export function changeUser(id: string, body: RequestBody<'/api/users/{id}', 'patch'>): Promise<User> {
  return read(api.PATCH('/api/users/{id}', { params: { path: { id } }, body }));
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
  return read(api.POST('/api/users/{id}/grants', { params: { path: { id } }, body }));
}

/** Ends a role of a colleague. */
export async function endRole(id: string, grantId: string): Promise<void> {
  await api.DELETE('/api/users/{id}/grants/{grantId}', { params: { path: { id, grantId } } });
}
