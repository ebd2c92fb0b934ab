import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';

/** Where one is signed in, the most recently used first. */
export const openSessions = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async () => (await read(api.GET('/api/sessions'))).items,
});

/** Changes how one is called and in which language one works. */
export async function changeAccount(body: RequestBody<'/api/account', 'patch'>): Promise<void> {
  await api.PATCH('/api/account', { body });
}

/** Changes one's own password; every other session ends. */
export async function changePassword(body: RequestBody<'/api/account/password', 'post'>): Promise<void> {
  await api.POST('/api/account/password', { body });
}

/** Signs out on one device. */
export async function endSession(id: string): Promise<void> {
  await api.DELETE('/api/sessions/{id}', { params: { path: { id } } });
}
