import { createHash } from 'node:crypto';

/** A row of the chain as it is hashed. */
export interface ChainRow {
  id: string;
  organization_id: string;
  at: string;
  actor_user_id: string | null;
  actor_kind: string;
  session_id: string | null;
  request_id: string | null;
  ip_prefix: string | null;
  action: string;
  record_type: string;
  record_id: string | null;
  site_id: string | null;
  fields: string[];
  reason: string | null;
}

/** What the first row of every chain follows. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/** SHA-256 over the previous row's hash, the row's place in the chain and its content in a fixed order. */
export function chainHash(previous: Buffer, seq: number, row: ChainRow): Buffer {
  const content = [
    seq, row.id, row.organization_id, row.at, row.actor_user_id, row.actor_kind, row.session_id, row.request_id, row.ip_prefix,
    row.action, row.record_type, row.record_id, row.site_id, row.fields, row.reason,
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest();
}
