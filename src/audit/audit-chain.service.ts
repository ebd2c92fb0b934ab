import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import { CHAIN_START, chainHash, type ChainRow } from './chain';

/** What verifying a chain found: the first row that does not fit, or the head of an intact chain. */
export interface ChainVerdict {
  intact: boolean;
  rows: number;
  unsealed: number;
  headSeq: number;
  headHash: string;
  firstBrokenSeq: number | null;
}

type SealedRow = ChainRow & { seq: number; previous_hash: Buffer; hash: Buffer };

/** Seals audit rows into the hash chain of the open transaction's organization, and verifies it. */
@Injectable()
export class AuditChain {
  constructor(private readonly tx: Tx) {}

  /** Seals the rows that committed since the last time, in batches. Returns how many. One sealer at a time per organization. */
  async sealNew(batch = 1000): Promise<number> {
    const { organizationId } = this.tx.scope;
    await this.tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`audit|${organizationId}`]);
    const rows = await this.tx.rows<ChainRow>(UNSEALED, [organizationId, batch]);
    if (rows.length === 0) return 0;
    let { seq, hash } = await this.head();
    const sealed = rows.map((row) => {
      const previous = hash;
      seq += 1;
      hash = chainHash(previous, seq, row);
      return { id: row.id, seq, previous, hash };
    });
    await this.tx.write(SEAL, [
      organizationId,
      sealed.map((row) => row.id),
      sealed.map((row) => row.seq),
      sealed.map((row) => row.previous),
      sealed.map((row) => row.hash),
    ]);
    return sealed.length;
  }

  /** The last sealed row: its place and hash. Kept outside, it also proves that no tail was cut off. */
  async head(): Promise<{ seq: number; hash: Buffer }> {
    const [head] = await this.tx.rows<{ seq: number; hash: Buffer }>(
      'select seq, hash from audit_events where organization_id = $1 and seq is not null order by seq desc limit 1',
      [this.tx.scope.organizationId],
    );
    return head ? { seq: Number(head.seq), hash: head.hash } : { seq: 0, hash: CHAIN_START };
  }

  /** Recomputes the whole chain. With a head that was kept outside, a cut or rewritten chain is found too. */
  async verify(kept?: { seq: number; hash: string }): Promise<ChainVerdict> {
    let previous: Buffer = CHAIN_START;
    let expected = 0;
    let firstBrokenSeq: number | null = null;
    let keptSeen = kept === undefined;
    for (;;) {
      const rows = await this.tx.rows<SealedRow>(SEALED_PAGE, [this.tx.scope.organizationId, expected, 2000]);
      for (const row of rows) {
        const seq = Number(row.seq);
        expected += 1;
        const fits = seq === expected && row.previous_hash.equals(previous) && row.hash.equals(chainHash(previous, seq, row));
        if (!fits && firstBrokenSeq === null) firstBrokenSeq = expected;
        if (kept && seq === kept.seq) keptSeen = row.hash.toString('hex') === kept.hash;
        previous = row.hash;
      }
      if (rows.length < 2000) break;
    }
    if (!keptSeen && firstBrokenSeq === null) firstBrokenSeq = kept?.seq ?? expected;
    const [waiting] = await this.tx.rows<{ n: number }>('select count(*)::int as n from audit_events where organization_id = $1 and seq is null', [
      this.tx.scope.organizationId,
    ]);
    return {
      intact: firstBrokenSeq === null,
      rows: expected,
      unsealed: waiting?.n ?? 0,
      headSeq: expected,
      headHash: previous.toString('hex'),
      firstBrokenSeq,
    };
  }
}

const HASHED = `id, organization_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, actor_user_id, actor_kind, session_id, request_id,
  ip_prefix, action, record_type, record_id, site_id, fields, reason`;
const UNSEALED = `select ${HASHED} from audit_events where organization_id = $1 and seq is null order by audit_events.at, id limit $2`;
const SEALED_PAGE = `select ${HASHED}, seq, previous_hash, hash from audit_events where organization_id = $1 and seq > $2 order by seq limit $3`;
const SEAL = `update audit_events e set seq = s.seq, previous_hash = s.previous, hash = s.hash
  from unnest($2::uuid[], $3::bigint[], $4::bytea[], $5::bytea[]) as s (id, seq, previous, hash)
 where e.organization_id = $1 and e.id = s.id`;
