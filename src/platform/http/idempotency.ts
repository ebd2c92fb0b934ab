import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Tx } from '../database/tx';
import { problems } from '../errors/problem';
import { Sealing } from '../sealing/sealing.service';

const idempotencyProblems = problems({
  IDEMPOTENCY_KEY_REUSED: [422, 'This Idempotency-Key was used for another request. Use a new key.'],
  IDEMPOTENCY_KEY_SHAPE: [400, 'An Idempotency-Key is 8 to 128 letters, digits, "-" or "_".'],
});

/** An answer that was given before under the same key. */
export interface StoredAnswer {
  status: number;
  body: unknown;
}

interface KeyRow {
  request_hash: Buffer;
  status: number | null;
  response_sealed: Buffer | null;
}

const PLACE = 'idempotency_keys.response_sealed';

/**
 * One effect per Idempotency-Key and user: the key is a row of the same transaction as the effect, so a repeat that comes while
 * the first is at work waits for it, and then gets the first one's answer. Answers are kept sealed, for 48 hours.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
  ) {}

  /** Claims the key for this request, or gives the answer of the one that had it before. */
  async begin(key: string, method: string, path: string, body: unknown): Promise<StoredAnswer | null> {
    if (!/^[A-Za-z0-9_-]{8,128}$/.test(key)) throw idempotencyProblems.IDEMPOTENCY_KEY_SHAPE();
    const { organizationId, userId } = this.tx.scope;
    const hash = createHash('sha256').update(`${method} ${path}\n${JSON.stringify(body ?? null)}`).digest();
    const claimed = await this.tx.write(
      'insert into idempotency_keys (organization_id, user_id, key, request_hash) values ($1, $2, $3, $4) on conflict do nothing',
      [organizationId, userId, key, hash],
    );
    if (claimed === 1) return null;
    const [row] = await this.tx.rows<KeyRow>(
      'select request_hash, status, response_sealed from idempotency_keys where organization_id = $1 and user_id = $2 and key = $3',
      [organizationId, userId, key],
    );
    if (!row?.request_hash.equals(hash)) throw idempotencyProblems.IDEMPOTENCY_KEY_REUSED();
    const own = await this.sealing.organization();
    return { status: row.status ?? 204, body: row.response_sealed ? own.open(PLACE, `${userId ?? ''}|${key}`, row.response_sealed) : undefined };
  }

  /** Keeps the answer beside the effect. */
  async keep(key: string, status: number, body: unknown): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    const own = await this.sealing.organization();
    const sealed = body === undefined ? null : own.seal(PLACE, `${userId ?? ''}|${key}`, body);
    await this.tx.write(
      'update idempotency_keys set status = $4, response_sealed = $5 where organization_id = $1 and user_id = $2 and key = $3',
      [organizationId, userId, key, status, sealed],
    );
  }

  /** Forgets the keys of the open transaction's organization that are older than 48 hours. */
  forgetOld(): Promise<number> {
    return this.tx.write("delete from idempotency_keys where organization_id = $1 and created_at < now() - interval '48 hours'", [
      this.tx.scope.organizationId,
    ]);
  }
}
