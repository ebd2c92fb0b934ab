import type { AuditAction } from './audit-events';

/** What happened to which record: field names and a reason, never a value of a person. */
export interface AuditRecord {
  action: AuditAction;
  recordType: string;
  recordId?: string | null;
  siteId?: string | null;
  /** Names of the fields that were read or written. */
  fields?: readonly string[];
  /** A code or a short reason typed by the worker; it must not name a person. */
  reason?: string | null;
}
