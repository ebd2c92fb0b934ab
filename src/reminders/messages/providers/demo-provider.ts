import type { Found, Outcome, Provider } from './provider';

/** The demo's way out: nothing leaves the house, the outbox page shows what each phone would show. */
export class DemoProvider implements Provider {
  /** Takes everything. */
  send(_message: unknown, key: string): Promise<Outcome> {
    return Promise.resolve({ is: 'accepted', providerId: `demo-${key}` });
  }

  /** Whatever was claimed counts as shown: the outbox reads our own rows. */
  lookup(key: string): Promise<Found> {
    return Promise.resolve({ is: 'found', providerId: `demo-${key}` });
  }
}
