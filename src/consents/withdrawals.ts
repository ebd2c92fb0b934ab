import { Injectable } from '@nestjs/common';
import type { Purpose } from './purposes';

/** That somebody took back what they agreed to. */
export interface Withdrawn {
  personId: string;
  purpose: Purpose;
  /** For whom; null for everybody. */
  recipientId: string | null;
  at: Date;
}

type Listener = (withdrawn: Withdrawn) => Promise<void>;

/**
 * Who has something to stop when a consent is taken back (planned messages, open shares). Rooms below say so when they start. What
 * they stop is stopped in the transaction of the withdrawal: both happen, or neither does.
 */
@Injectable()
export class Withdrawals {
  private readonly listeners: Listener[] = [];

  /** Calls `listener` inside the transaction of every withdrawal from now on. */
  whenWithdrawn(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Tells everybody who has something to stop. */
  async tell(withdrawn: readonly Withdrawn[]): Promise<void> {
    for (const one of withdrawn) for (const listener of this.listeners) await listener(one);
  }
}
