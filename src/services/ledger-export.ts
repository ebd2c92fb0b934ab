import { AsyncResource } from 'node:async_hooks';
import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Actor } from '../auth/actor';
import { Tx } from '../platform/database/tx';

/** Which part of the ledger leaves: all sites or these, all days or from one to another (which counts). */
export interface ExportedPart {
  siteIds: readonly string[] | null;
  from: string | null;
  to: string | null;
}

/** Streams the service ledger as CSV out of one statement: one snapshot, and no more in memory than is on its way. */
@Injectable()
export class LedgerExport {
  constructor(private readonly tx: Tx) {}

  /**
   * Copies the entries into a stream, at the pace at which it is read. When the reader goes away the statement is cancelled;
   * when the statement fails the stream is cut off, so a half file never looks whole.
   */
  async copy(actor: Actor, part: ExportedPart, out: Writable): Promise<void> {
    // It runs when the reader hangs up, beside the transaction of the copy, which can do nothing else meanwhile.
    const cancel = AsyncResource.bind((pid: number) => this.tx.run(actor, () => this.tx.rows('select pg_cancel_backend($1)', [pid])));
    await this.tx.run(actor, async () => {
      const [backend] = await this.tx.rows<{ pid: number }>(PREPARE, [part.siteIds?.join(',') ?? '', part.from ?? '-infinity', part.to ?? 'infinity']);
      const client = (await this.tx.em.queryRunner?.connect()) as PoolClient;
      const whole = part.siteIds === null && part.from === null && part.to === null;
      const rows = client.query(copyTo(whole ? COPY_WHOLE : COPY_PART));
      let cancelled: Promise<unknown> = Promise.resolve();
      out.once('close', () => {
        if (rows.readableEnded) return;
        rows.unpipe(out);
        rows.resume();
        cancelled = cancel(backend?.pid ?? 0);
      });
      try {
        await new Promise<void>((resolve, reject) => {
          rows.once('end', resolve).once('error', reject).pipe(out);
        });
      } finally {
        // The connection is kept until the cancellation has been sent, so that it cannot hit the next one who gets it.
        await cancelled;
      }
    });
  }
}

/** A statement that copies takes no parameters, so they are settings of its transaction. */
const PREPARE = `
  select pg_backend_pid() as pid, set_config('app.export_sites', $1, true), set_config('app.export_from', $2, true), set_config('app.export_to', $3, true),
         set_config('statement_timeout', '900000', true), set_config('timezone', 'UTC', true)`;

/** A text that people type; an apostrophe in front lets no spreadsheet take it for a formula. Everything else is a code, a number, a date or an id. */
const safe = (text: string): string => `case when ${text} ~ '^[\\s\\u0000-\\u001f]*[=+\\-@|%]' then '''' || ${text} else ${text} end`;

const ENTRIES = `
  with house as materialized (select id, ${safe('code')} as code, ${safe('name')} as name from sites where organization_id = (select sec.organization())),
       kind as materialized (select id, code, category, item_type, ${safe('unit')} as unit from service_kinds where organization_id = (select sec.organization()))
  select e.id as entry_id, house.code as site, house.name as site_name, e.served_on, e.served_at, kind.code as service, kind.category, kind.item_type, e.quantity, kind.unit, e.people,
         e.person_id, e.party_id, e.staff_user_id as colleague_id, e.batch_id, e.over_limit_reason, e.reverses_id as reverses_entry_id, e.reversal_reason,
         e.recorded_at, e.recorded_by
    from service_entries e join kind on kind.id = e.kind_id join house on house.id = e.site_id
   where e.organization_id = (select sec.organization())`;

const PART = `
     and (e.site_id = any ((select string_to_array(current_setting('app.export_sites'), ',')::uuid[])::uuid[]))
     and e.served_on >= (select current_setting('app.export_from')::date) and e.served_on <= (select current_setting('app.export_to')::date)`;

const COPY_WHOLE = `copy (${ENTRIES}) to stdout with (format csv, header)`;
const COPY_PART = `copy (${ENTRIES}${PART}) to stdout with (format csv, header)`;
