import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Sealing, type SubjectKey } from '../../platform/sealing/sealing.service';
import { ChannelProviders } from './channel-providers';
import type { ChannelKind } from './channel.entity';
import { ClaimsRepository, type DueRow } from './claims.repository';
import { BODY_PLACE, TO_PLACE } from './message.entity';
import { MessagesRepository } from './messages.repository';
import type { MessageBody } from './messages.service';
import type { Outgoing, Provider } from './providers/provider';

const BATCH = 100;
const CLAIM_SECONDS = 90;

/** Which channels carry what, the one to take first named first. */
const carriers = { sms: ['sms_twilio', 'sms_gateway', 'demo'], email: ['email_smtp', 'demo'] } as const satisfies Record<string, readonly ChannelKind[]>;

/** A message that is ours to hand over. */
export interface Claimed extends Outgoing {
  id: string;
  /** This attempt counts among them. */
  attempts: number;
}

/** Messages claimed together for one provider. */
export interface ClaimedBatch {
  provider: Provider;
  channel: 'sms' | 'email';
  claimed: Claimed[];
  claimedAt: Date;
  until: Date;
}

/** Claims messages in one short transaction, in which it is looked once more whether each may still leave. */
@Injectable()
export class MessageClaims {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly messages: MessagesRepository,
    private readonly providers: ChannelProviders,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** The next batch of what is due; null when nothing is, when no channel is on, or when this minute's allowance is used up. */
  async next(channel: 'sms' | 'email'): Promise<ClaimedBatch | null> {
    const now = this.clock.now();
    const way = await this.way(channel, now);
    if (!way) return null;
    const rows = await this.claims.due(channel, Math.min(BATCH, way.left), now);
    if (rows.length === 0) return null;
    await this.takeBack(rows.filter(({ isTooLate }) => isTooLate), 'too_late', now);
    await this.takeBack(rows.filter(({ isTooLate, isUnsafe }) => !isTooLate && isUnsafe), 'no_safe_contact', now);
    const keys = await this.keysOf(rows);
    const wanted = rows.filter(({ isTooLate, isUnsafe }) => !isTooLate && !isUnsafe);
    const claimed = wanted.flatMap((row) => opened(row, keys.get(row.personId)) ?? []);
    const readable = new Set(claimed.map(({ id }) => id));
    await this.takeBack(wanted.filter(({ id }) => !readable.has(id)), 'unreadable', now);
    const ids = claimed.map(({ id }) => id);
    const until = new Date(now.getTime() + CLAIM_SECONDS * 1000);
    await this.claims.claim(ids, way.kind, now, until);
    await this.claims.use(way.kind, ids.length, now);
    await this.messages.happened(ids.map((id) => ({ id, what: 'claimed' as const, detail: way.kind })), now);
    return { provider: way.provider, channel, claimed, claimedAt: now, until };
  }

  private async way(channel: 'sms' | 'email', now: Date): Promise<{ kind: ChannelKind; provider: Provider; left: number } | null> {
    for (const { kind, settingsSealed, left } of await this.claims.openChannels(carriers[channel], now)) {
      const provider = await this.providers.open(kind, settingsSealed);
      if (provider) return left > 0 ? { kind, provider, left } : null;
    }
    return null;
  }

  private async takeBack(rows: readonly DueRow[], code: string, now: Date): Promise<void> {
    if (rows.length === 0) return;
    await this.claims.cancel(rows.map(({ id }) => id), code);
    await this.messages.happened(rows.map(({ id }) => ({ id, what: 'cancelled' as const, detail: code })), now);
  }

  private async keysOf(rows: readonly DueRow[]): Promise<Map<string | null, SubjectKey>> {
    const persons = [...new Set(rows.flatMap(({ personId }) => (personId ? [personId] : [])))];
    const keys = new Map<string | null, SubjectKey>(await this.sealing.subjects(persons));
    keys.set(null, await this.sealing.organization());
    return keys;
  }
}

/** A message opened; null when its key was destroyed or its seal is broken, which is no reason to keep the others waiting. */
function opened(row: DueRow, key: SubjectKey | undefined): Claimed | null {
  try {
    if (!key) return null;
    const { subject, text } = key.open<MessageBody>(BODY_PLACE, row.id, row.bodySealed);
    return { id: row.id, attempts: row.attempts + 1, to: key.open<string>(TO_PLACE, row.id, row.toSealed), subject, text };
  } catch {
    return null;
  }
}
