import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock';
import { authProblems } from './auth.errors';

/** Failures in a window before a key is slowed, and how long for. Per account and network, so that nobody is locked out from elsewhere. */
const FREE_FAILURES = 5;
const WINDOW_MINUTES = 15;
const LONGEST_PAUSE_SECONDS = 900;

/**
 * Slows guessing. The counters lie in the database, so they hold for every process; keys are hashes of account and network.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws SIGN_IN_SLOWED while an account is paused for this network. */
  async check(account: string, network: string): Promise<void> {
    const [row] = await this.dataSource.query<{ blocked_until: Date | null }[]>('select blocked_until from sign_in_throttle where key = $1', [
      key(account, network),
    ]);
    const until = row?.blocked_until;
    if (until && until > this.clock.now()) {
      throw authProblems.SIGN_IN_SLOWED({ seconds: Math.ceil((until.getTime() - this.clock.now().getTime()) / 1000) });
    }
  }

  /** Counts a failure; from the sixth on each pause is twice as long as the one before. */
  async failed(account: string, network: string): Promise<void> {
    await this.dataSource.query(FAILED, [key(account, network), this.clock.now(), WINDOW_MINUTES, FREE_FAILURES, LONGEST_PAUSE_SECONDS]);
  }

  /** Forgets the failures after a success. */
  async succeeded(account: string, network: string): Promise<void> {
    await this.dataSource.query('delete from sign_in_throttle where key = $1', [key(account, network)]);
  }
}

const FAILED = `
  insert into sign_in_throttle as t (key, failures, window_started_at) values ($1, 1, $2)
  on conflict (key) do update set
    failures = case when t.window_started_at < $2::timestamptz - make_interval(mins => $3) and coalesce(t.blocked_until, $2) <= $2 then 1 else t.failures + 1 end,
    window_started_at = case when t.window_started_at < $2::timestamptz - make_interval(mins => $3) and coalesce(t.blocked_until, $2) <= $2 then $2 else t.window_started_at end,
    blocked_until = case when t.failures + 1 > $4 then $2::timestamptz + make_interval(secs => least($5, power(2, least(t.failures + 1 - $4, 10)))) end`;

function key(account: string, network: string): Buffer {
  return createHash('sha256').update(`${account.toLowerCase()}|${network}`).digest().subarray(0, 16);
}
