import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../platform/config/config';
import { Actor, type Grant } from './actor';
import { tokenHash } from './session-cookie';

interface ActorRow {
  organization_id: string;
  user_id: string;
  session_id: string;
  full_name: string;
  language: string;
  expires_at: Date;
  grants: Grant[];
}

/** An account a sign-in, a link or a reset may mean, before there is an actor. */
export interface AccountRow {
  organization_id: string;
  user_id: string;
}

/**
 * The few questions that are asked before anybody is signed in. They go to functions of the database that answer exactly
 * them, because without an actor row level security shows no row.
 */
@Injectable()
export class SessionStore {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The actor of a session token, with the grants in force now; null when the session ended, was idle too long or the user was disabled. */
  async actor(token: string): Promise<Actor | null> {
    const [row] = await this.dataSource.query<ActorRow[]>('select * from sec.session_actor($1, make_interval(mins => $2))', [
      tokenHash(token),
      this.config.SESSION_IDLE_MINUTES,
    ]);
    return row ? new Actor(row.organization_id, row.user_id, row.session_id, row.full_name, row.language, row.expires_at, row.grants) : null;
  }

  /** The accounts with a password that an e-mail address may mean. */
  candidates(email: string): Promise<(AccountRow & { password_hash: string })[]> {
    return this.dataSource.query('select * from sec.sign_in_candidates($1)', [email]);
  }

  /** The active accounts of an e-mail address. */
  accounts(email: string): Promise<AccountRow[]> {
    return this.dataSource.query('select * from sec.accounts_of($1)', [email]);
  }

  /** What an unused link stands for; whether it has run out is decided when it is used up. */
  async link(token: string): Promise<(AccountRow & { token_id: string; purpose: string }) | null> {
    const [row] = await this.dataSource.query<(AccountRow & { token_id: string; purpose: string })[]>('select * from sec.account_token($1)', [tokenHash(token)]);
    return row ?? null;
  }
}
