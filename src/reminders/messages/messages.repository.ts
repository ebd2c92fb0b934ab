import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';
import type { Message } from './message.entity';

/** A message to be written; both sealed parts are there. */
export type NewMessage = Pick<Message, 'id' | 'personId' | 'userId' | 'contactPointId' | 'channel' | 'kind' | 'language' | 'templateId' | 'dueAt' | 'notAfter'> & {
  bodySealed: Buffer;
  toSealed: Buffer;
};

/** Something that happened to a message. */
export interface Happening {
  id: string;
  what: 'claimed' | 'asked' | 'sent' | 'delivered' | 'failed' | 'put_off' | 'unknown' | 'cancelled' | 'decided';
  detail: string | null;
  providerId?: string | null;
}

/** Named queries of messages as they are written and kept. */
@Injectable()
export class MessagesRepository {
  constructor(private readonly tx: Tx) {}

  /** Writes messages and the first event of each. */
  async insert(messages: readonly NewMessage[], at: Date): Promise<void> {
    const column = <K extends keyof NewMessage>(key: K): NewMessage[K][] => messages.map((message) => message[key]);
    const { organizationId } = this.tx.scope;
    await this.tx.write(INSERT, [
      organizationId, at, column('id'), column('personId'), column('userId'), column('contactPointId'), column('channel'), column('kind'), column('language'),
      column('templateId'), column('bodySealed'), column('toSealed'), column('dueAt'), column('notAfter'),
    ]);
    await this.tx.write(`insert into message_events (organization_id, message_id, at, what) select $1, id, $2, 'written' from unnest($3::uuid[]) as id`, [
      organizationId, at, column('id'),
    ]);
  }

  /** Adds what happened to the histories of messages. */
  async happened(happenings: readonly Happening[], at: Date): Promise<void> {
    if (happenings.length === 0) return;
    await this.tx.write(EVENTS, [
      this.tx.scope.organizationId, at, this.tx.scope.userId, happenings.map(({ id }) => id), happenings.map(({ what }) => what),
      happenings.map(({ detail }) => detail), happenings.map(({ providerId }) => providerId ?? null),
    ]);
  }

  /** Takes address and text away from messages that came to their end before a moment; tells how many. */
  purge(before: Date, at: Date): Promise<number> {
    return this.tx.write(PURGE, [this.tx.scope.organizationId, before, at]);
  }
}

const INSERT = `
  insert into messages (organization_id, written_at, id, person_id, user_id, contact_point_id, channel, kind, language, template_id, body_sealed, to_sealed, due_at, not_after)
  select $1, $2, r.* from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::uuid[], $11::bytea[], $12::bytea[],
                                 $13::timestamptz[], $14::timestamptz[]) as r`;

const EVENTS = `
  insert into message_events (organization_id, at, decided_by, message_id, what, detail, provider_id)
  select $1, $2, $3, r.* from unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) as r`;

const PURGE = `
  update messages set body_sealed = null, to_sealed = null, purged_at = $3
   where organization_id = $1 and purged_at is null and state in ('sent', 'delivered', 'failed', 'cancelled') and greatest(written_at, due_at, sent_at) < $2`;
