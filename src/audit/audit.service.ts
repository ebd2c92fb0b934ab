import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import { requestContext } from '../platform/http/request-context';
import type { AuditRecord } from './audit-record';

/**
 * Writes the audit trail inside the open transaction: when the row cannot be written, the request fails with it. The rows are
 * sealed into the organization's hash chain by a job that runs every second.
 */
@Injectable()
export class Audit {
  constructor(private readonly tx: Tx) {}

  /** Records one event of the transaction's actor. */
  record(record: AuditRecord): Promise<void> {
    return this.recordMany([record]);
  }

  /** Records several events in one statement. */
  async recordMany(records: readonly AuditRecord[]): Promise<void> {
    if (records.length === 0) return;
    const { organizationId, userId } = this.tx.scope;
    const origin = requestContext();
    await this.tx.write(INSERT, [
      organizationId,
      userId,
      userId ? 'user' : 'system',
      origin?.sessionId ?? null,
      origin?.requestId ?? null,
      origin?.ipPrefix ?? null,
      JSON.stringify(
        records.map((record) => ({
          action: record.action,
          record_type: record.recordType,
          record_id: record.recordId ?? null,
          site_id: record.siteId ?? null,
          fields: record.fields ?? [],
          reason: record.reason ?? null,
        })),
      ),
    ]);
  }
}

const INSERT = `
  insert into audit_events (organization_id, actor_user_id, actor_kind, session_id, request_id, ip_prefix, action, record_type, record_id, site_id, fields, reason)
  select $1, $2, $3, $4, $5, $6, r.action, r.record_type, r.record_id, r.site_id, r.fields, r.reason
    from jsonb_to_recordset($7::jsonb) as r (action text, record_type text, record_id uuid, site_id uuid, fields text[], reason text)`;
