import { queryOptions } from '@tanstack/react-query';
import { apiFetch } from '../../api/client';

/** A mail as it would be sent. */
export interface OutboxMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  at: string;
}

/** The newest mails of the demo. */
export const outbox = queryOptions({
  queryKey: ['outbox'],
  queryFn: async () => ((await (await apiFetch('/api/dev/outbox', {}, { signIn: 'never' })).json()) as { items: OutboxMail[] }).items,
  refetchInterval: 5000,
});
