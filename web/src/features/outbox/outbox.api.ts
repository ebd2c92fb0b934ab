import { queryOptions } from '@tanstack/react-query';
import { apiFetch } from '../../api/client';
import type { components } from '../../api/schema';

/** The newest mails of the demo. */
export const outbox = queryOptions({
  queryKey: ['outbox'],
  queryFn: async () => ((await (await apiFetch('/api/dev/outbox', {}, { signIn: 'never' })).json()) as components['schemas']['Outbox']).items,
  refetchInterval: 5000,
});
