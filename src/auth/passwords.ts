import { randomBytes } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config';
import { authProblems } from './auth.errors';
import { weaknessOf, weaknessSentences, type PasswordContext } from './password-strength';

/** Argon2id: the third kind of the library's enumeration, which isolated modules cannot read. */
const ARGON2ID = 2;
/** Each hash takes 64 MiB, so only two are worked on at a time and only so many wait. */
const AT_A_TIME = 2;
const MOST_WAITING = 60;

/** Passwords: whether one is good enough, what is stored of it, and whether it is the right one. */
@Injectable()
export class Passwords {
  private readonly cost: Options;
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private stranger?: Promise<string>;

  constructor(@Inject(CONFIG) config: Config) {
    this.cost = { algorithm: ARGON2ID, memoryCost: config.PASSWORD_MEMORY_KIB, timeCost: 3, parallelism: 1 };
  }

  /** What is stored of a password: Argon2id with its own salt. */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalized(password), this.cost));
  }

  /** Whether a password is the one that was hashed. */
  verify(passwordHash: string, password: string): Promise<boolean> {
    return this.inTurn(() => verify(passwordHash, normalized(password)).catch(() => false));
  }

  /** Does the work of `verify` for an account that does not exist, so that the time of an answer tells nothing. */
  async waste(password: string): Promise<void> {
    this.stranger ??= this.hash(randomBytes(18).toString('base64url'));
    await this.verify(await this.stranger, password);
  }

  /** @throws PASSWORD_TOO_WEAK with what is wrong with the password of a person in an organization. */
  requireStrong(password: string, context: PasswordContext): void {
    const weakness = weaknessOf(normalized(password), context);
    if (weakness) throw authProblems.PASSWORD_TOO_WEAK({ reason: weakness }, [{ field: 'password', message: weaknessSentences[weakness] }]);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy < AT_A_TIME) this.busy += 1;
    else if (this.waiting.length >= MOST_WAITING) throw authProblems.SIGN_IN_SLOWED({ seconds: 5 });
    else await new Promise<void>((start) => this.waiting.push(start));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy -= 1;
    }
  }
}

// The same characters can be typed in several ways (é as one or two); they are one password.
function normalized(password: string): string {
  return password.normalize('NFKC');
}
