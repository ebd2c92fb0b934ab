import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Tx } from '../../platform/database/tx';
import { Jobs } from '../../platform/queue/jobs.service';
import { Sealing, type SubjectKey } from '../../platform/sealing/sealing.service';
import { BODY_PLACE, TO_PLACE, type MessageChannel } from './message.entity';
import { MessagesRepository, type NewMessage } from './messages.repository';

/** Who a message is for: a person over one of their contact points, or somebody who works here. */
export type Recipient = { personId: string; contactPointId: string } | { userId: string };

/** A message to be written. Who writes it has asked whether this way is safe; it is asked again before it leaves. */
export type MessageDraft = Recipient & {
  channel: Extract<MessageChannel, 'sms' | 'email'>;
  kind: string;
  language?: string;
  templateId?: string;
  to: string;
  subject?: string;
  text: string;
  dueAt?: Date;
  /** The moment after which it is of no use any more. */
  notAfter?: Date;
};

/** What of a message is sealed besides its address. */
export interface MessageBody {
  subject: string | null;
  text: string;
}

/** Where messages are written: in the transaction of what they are about, sent after its commit, each once. */
@Injectable()
export class Messages {
  /** The transactions that wake a worker already. */
  private readonly waking = new WeakSet<object>();

  constructor(
    private readonly tx: Tx,
    private readonly repository: MessagesRepository,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Writes one message and gives its id. */
  async write(draft: MessageDraft): Promise<string> {
    const [id] = await this.writeMany([draft]);
    return id ?? '';
  }

  /** Writes messages in one statement and gives their ids in the same order. */
  async writeMany(drafts: readonly MessageDraft[]): Promise<string[]> {
    if (drafts.length === 0) return [];
    const now = this.clock.now();
    const keys = await this.sealing.subjects([...new Set(drafts.flatMap((draft) => ('personId' in draft ? [draft.personId] : [])))]);
    const own = await this.sealing.organization();
    const rows = drafts.map((draft): NewMessage => {
      const id = randomUUID();
      const key = 'personId' in draft ? keys.get(draft.personId) : own;
      if (!key) throw new Error('a message was written to somebody whose key is gone');
      return { id, ...recipient(draft), ...facts(draft, now), ...sealed(key, id, draft) };
    });
    await this.repository.insert(rows, now);
    this.wake(rows.filter(({ dueAt }) => dueAt <= now).map(({ id }) => id));
    return rows.map(({ id }) => id);
  }

  /** One job for each transaction is enough: a worker that is awake takes everything that is due. */
  private wake([first]: string[]): void {
    const { em, scope } = this.tx;
    if (first === undefined || this.waking.has(em)) return;
    this.waking.add(em);
    this.tx.afterCommit(() => this.jobs.add('messages.send', { organizationId: scope.organizationId, id: first }));
  }
}

function recipient(draft: MessageDraft): Pick<NewMessage, 'personId' | 'contactPointId' | 'userId'> {
  if ('personId' in draft) return { personId: draft.personId, contactPointId: draft.contactPointId, userId: null };
  return { personId: null, contactPointId: null, userId: draft.userId };
}

function facts(draft: MessageDraft, now: Date): Pick<NewMessage, 'channel' | 'kind' | 'language' | 'templateId' | 'dueAt' | 'notAfter'> {
  const { channel, kind, language = null, templateId = null, dueAt = now, notAfter = null } = draft;
  return { channel, kind, language, templateId, dueAt, notAfter };
}

function sealed(key: SubjectKey, id: string, { to, subject, text }: MessageDraft): Pick<NewMessage, 'bodySealed' | 'toSealed'> {
  return { bodySealed: key.seal(BODY_PLACE, id, { subject: subject ?? null, text } satisfies MessageBody), toSealed: key.seal(TO_PLACE, id, to) };
}
