import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Tx, type TxScope } from '../../platform/database/tx';
import { Job, type JobPayload } from '../../platform/queue/job.decorator';
import { Jobs } from '../../platform/queue/jobs.service';
import { ChannelProviders } from './channel-providers';
import type { ChannelKind } from './channel.entity';
import { ClaimsRepository, type Ending } from './claims.repository';
import { MessageClaims, type Claimed, type ClaimedBatch } from './message-claims';
import { MessagesRepository, type Happening } from './messages.repository';
import type { Found, Outcome, Provider } from './providers/provider';
import { endingAfterAsking, endingOf } from './retry-rules';

const AT_ONCE = 25;
const ASKED_AT_ONCE = 50;
const ASK_SECONDS = 60;
const KEPT_DAYS = 30;
/** A claim with less time left than a provider may take is not used any more: somebody else may ask for it meanwhile. */
const NEEDED_MS = 15_000;

/**
 * Sends messages: claim and commit, hand over under our key, record. What a worker leaves behind when it dies is a claim that runs out;
 * then the provider is asked by our key, and where it cannot tell, a human decides. Nothing is sent again blindly.
 */
@Injectable()
export class MessageSender implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Messages');
  private stopping = false;

  constructor(
    private readonly tx: Tx,
    private readonly claims: ClaimsRepository,
    private readonly batches: MessageClaims,
    private readonly messages: MessagesRepository,
    private readonly providers: ChannelProviders,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Sends everything of an organization that is due, in batches. The id in the payload only says what woke it. */
  @Job({ name: 'messages.send', queue: 'work', attempts: 1 })
  async send({ organizationId }: Pick<JobPayload, 'organizationId'>): Promise<void> {
    const scope = { organizationId, userId: null };
    for (const channel of ['sms', 'email'] as const) {
      while (!this.stopping) {
        const batch = await this.tx.run(scope, () => this.batches.next(channel));
        if (!batch) break;
        await this.handOver(scope, batch);
      }
    }
  }

  /** Finds what the queue lost, what is due again and what workers left behind; forgets addresses and texts after 30 days. */
  @Job({ name: 'messages.sweep', queue: 'timers', every: 30_000 })
  async sweep(): Promise<void> {
    const organizations: string[] = [];
    await this.jobs.forEachOrganization(async (organizationId) => {
      organizations.push(organizationId);
      const now = this.clock.now();
      await this.messages.purge(new Date(now.getTime() - KEPT_DAYS * 86_400_000), now);
    });
    for (const organizationId of organizations) {
      await this.recover(organizationId).catch((error: Error) => this.logger.error({ event: 'message-recovery-failed', error: error.name }));
      // A new id each time: the job of a worker that was killed keeps its id taken until the queue gives it up.
      await this.jobs.add('messages.send', { organizationId, id: randomUUID() }).catch(() => undefined);
    }
  }

  /** Asks the providers about claims that ran out. */
  async recover(organizationId: string): Promise<void> {
    const scope = { organizationId, userId: null };
    const opened = new Map<ChannelKind, Provider | null>();
    const now = this.clock.now();
    const lost = await this.tx.run(scope, async () => {
      const found = await this.claims.lost(ASKED_AT_ONCE, now, new Date(now.getTime() + ASK_SECONDS * 1000));
      await this.messages.happened(found.map(({ id }): Happening => ({ id, what: 'asked', detail: null })), now);
      for (const kind of new Set(found.map(({ provider }) => provider))) opened.set(kind, await this.providers.open(kind, await this.claims.settings(kind)));
      return found;
    });
    await eachOf(lost, AT_ONCE, async (claim) => {
      const ending = endingAfterAsking(await ask(opened.get(claim.provider) ?? null, claim.id), claim, this.clock.now());
      if (ending) await this.record(scope, [ending], claim.claimedAt);
    });
  }

  private async handOver(scope: TxScope, { provider, claimed, channel, claimedAt, until }: ClaimedBatch): Promise<void> {
    const endings: Ending[] = [];
    await eachOf(claimed, AT_ONCE, async (message: Claimed) => {
      if (this.clock.now().getTime() > until.getTime() - NEEDED_MS) return;
      const outcome = await provider.send(message, message.id).catch((): Outcome => ({ is: 'unclear', code: 'broken_off' }));
      const ending = endingOf(outcome, { ...message, channel }, this.clock.now());
      if (ending) endings.push(ending);
    });
    await this.record(scope, endings, claimedAt);
  }

  private async record(scope: TxScope, endings: readonly Ending[], claimedAt: Date): Promise<void> {
    if (endings.length === 0) return;
    const now = this.clock.now();
    await this.tx.run(scope, async () => {
      const written = new Set(await this.claims.end(endings, claimedAt, now));
      await this.messages.happened(endings.filter(({ id }) => written.has(id)).map(happening), now);
    });
  }
}

function happening({ id, state, providerId, code }: Ending): Happening {
  return { id, what: state === 'due' ? 'put_off' : state, detail: code, providerId };
}

/** Asks a provider; null when it does not answer now. A provider that is no longer set cannot tell. */
async function ask(provider: Provider | null, id: string): Promise<Found | null> {
  if (!provider) return { is: 'cannot_tell' };
  return provider.lookup(id).catch(() => null);
}

/** Does something for each item, so many at once. */
async function eachOf<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}
