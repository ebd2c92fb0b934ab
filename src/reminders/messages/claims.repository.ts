import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';
import type { ChannelKind } from './channel.entity';

/** A channel that is on, and how many messages it may still take in this minute. */
export interface OpenChannel {
  kind: ChannelKind;
  settingsSealed: Buffer | null;
  left: number;
}

/** A message that is due, locked, with what speaks against sending it. */
export interface DueRow {
  id: string;
  personId: string | null;
  attempts: number;
  bodySealed: Buffer;
  toSealed: Buffer;
  isTooLate: boolean;
  isUnsafe: boolean;
}

/** What a claim came to. */
export interface Ending {
  id: string;
  state: 'sent' | 'due' | 'failed' | 'unknown';
  dueAt: Date | null;
  providerId: string | null;
  code: string | null;
}

/** Named queries of those who send: each holds its locks for one short transaction. */
@Injectable()
export class ClaimsRepository {
  constructor(private readonly tx: Tx) {}

  /** The channels that are on, locked, so that two workers do not use the same allowance twice. A new minute starts from nothing. */
  openChannels(kinds: readonly ChannelKind[], now: Date): Promise<OpenChannel[]> {
    return this.tx.rows<OpenChannel>(CHANNELS, [this.tx.scope.organizationId, kinds, now]);
  }

  /** Counts messages to what a channel took in this minute. */
  async use(kind: ChannelKind, count: number, now: Date): Promise<void> {
    await this.tx.write(USE, [this.tx.scope.organizationId, kind, count, now]);
  }

  /** Locks messages that are due, oldest first, past those that another worker looks at. */
  due(channel: 'sms' | 'email', most: number, now: Date): Promise<DueRow[]> {
    return this.tx.rows<DueRow>(DUE, [this.tx.scope.organizationId, channel, now, most]);
  }

  /** Claims messages for a provider until a moment. */
  async claim(ids: readonly string[], provider: ChannelKind, now: Date, until: Date): Promise<void> {
    await this.tx.write(
      `update messages set state = 'claimed', claimed_at = $4, claimed_until = $5, attempts = attempts + 1, asked = 0, provider = $3 where organization_id = $1 and id = any ($2::uuid[])`,
      [this.tx.scope.organizationId, ids, provider, now, until],
    );
  }

  /** Takes messages back that are not to be sent any more. */
  async cancel(ids: readonly string[], code: string): Promise<void> {
    await this.tx.write(`update messages set state = 'cancelled', claimed_until = null, failed_code = $3 where organization_id = $1 and id = any ($2::uuid[])`, [
      this.tx.scope.organizationId, ids, code,
    ]);
  }

  /** Writes what became of claims that still are the same claim; gives the ids of those it wrote. */
  async end(endings: readonly Ending[], claimedAt: Date, at: Date): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(END, [
      this.tx.scope.organizationId, claimedAt, at, endings.map(({ id }) => id), endings.map(({ state }) => state), endings.map(({ dueAt }) => dueAt),
      endings.map(({ providerId }) => providerId), endings.map(({ code }) => code),
    ]);
    return rows.map(({ id }) => id);
  }

  /** Takes over claims that ran out, for asking the provider; nobody else asks for them until the new end. */
  lost(most: number, now: Date, until: Date): Promise<{ id: string; provider: ChannelKind; attempts: number; asked: number; claimedAt: Date }[]> {
    return this.tx.rows(LOST, [this.tx.scope.organizationId, now, until, most]);
  }

  /** The settings of a channel, also of one that is off now. */
  async settings(kind: ChannelKind): Promise<Buffer | null> {
    const [row] = await this.tx.rows<{ settingsSealed: Buffer | null }>(
      'select settings_sealed as "settingsSealed" from channels where organization_id = $1 and kind = $2', [this.tx.scope.organizationId, kind],
    );
    return row?.settingsSealed ?? null;
  }
}

const CHANNELS = `
  select kind, settings_sealed as "settingsSealed",
         case when minute_started_at > $3::timestamptz - interval '1 minute' and minute_started_at <= $3 then greatest(per_minute - minute_used, 0) else per_minute end as left
    from channels where organization_id = $1 and kind = any ($2::text[]) and state = 'on' order by array_position($2::text[], kind) for update`;

const USE = `
  update channels set
    minute_used = case when minute_started_at > $4::timestamptz - interval '1 minute' and minute_started_at <= $4 then minute_used else 0 end + $3,
    minute_started_at = case when minute_started_at > $4::timestamptz - interval '1 minute' and minute_started_at <= $4 then minute_started_at else $4 end
   where organization_id = $1 and kind = $2`;

const DUE = `
  select m.id, m.person_id as "personId", m.attempts, m.body_sealed as "bodySealed", m.to_sealed as "toSealed", coalesce(m.not_after < $3, false) as "isTooLate",
         m.person_id is not null and (contact.ended_at is not null or contact.do_not_contact or not contact.safe_to_text) as "isUnsafe"
    from messages m left join contact_points contact on contact.organization_id = m.organization_id and contact.id = m.contact_point_id
   where m.organization_id = $1 and m.channel = $2 and m.state = 'due' and m.due_at <= $3
   order by m.due_at, m.id limit $4 for update of m skip locked`;

const END = `
  update messages m set state = r.state, claimed_until = null, due_at = coalesce(r.due_at, m.due_at), provider_id = coalesce(r.provider_id, m.provider_id),
         sent_at = case when r.state = 'sent' then $3::timestamptz end, failed_code = r.code
    from unnest($4::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::text[]) as r (id, state, due_at, provider_id, code)
   where m.organization_id = $1 and m.id = r.id and m.state = 'claimed' and m.claimed_at = $2
  returning m.id`;

const LOST = `
  update messages set claimed_until = $3, asked = asked + 1
   where organization_id = $1 and id in (
     select id from messages where organization_id = $1 and state = 'claimed' and claimed_until <= $2 order by claimed_until limit $4 for update skip locked)
  returning id, provider, attempts, asked, claimed_at as "claimedAt"`;
