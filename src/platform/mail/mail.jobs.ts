import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import { Tx } from '../database/tx';
import { Job, type JobPayload } from '../queue/job.decorator';
import { Jobs } from '../queue/jobs.service';
import { Sealing } from '../sealing/sealing.service';
import { MAIL_TRANSPORT, mailDomain, RefusedForGood, type Letter, type MailTransport } from './mail-transport';
import { Mails } from './mails.service';

const MOST_ATTEMPTS = 5;
const CLAIM_SECONDS = 120;
/** How long to wait after each attempt that failed. */
const pauseMinutes = [1, 5, 15, 60];
const KEPT_DAYS = 30;

/**
 * Sends mails: claim and commit, hand over, record. A worker that dies in between leaves a claim that runs out; the mail is then
 * sent again under the same Message-ID, by which mail programs recognise it as one.
 */
@Injectable()
export class MailSender {
  private readonly logger = new Logger('Mail');
  private readonly domain: string;

  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport | null,
    @Inject(CONFIG) config: Config,
  ) {
    this.domain = mailDomain(config.MAIL_FROM);
  }

  /** Sends one mail, if it is due and nobody else is at it. */
  @Job({ name: 'mail.send', queue: 'work', attempts: 1 })
  async send({ organizationId, id }: JobPayload): Promise<void> {
    if (!this.transport) return;
    const scope = { organizationId, userId: null };
    const claimed = await this.tx.run(scope, () => this.claim(id));
    if (!claimed) return;
    try {
      await this.transport.send(claimed.letter, `<${id}@${this.domain}>`);
    } catch (error) {
      await this.tx.run(scope, () => this.putOff(id, claimed.attempts, error));
      return;
    }
    await this.tx.run(scope, () => this.tx.write(`update mails set state = 'sent', sent_at = $3, claimed_until = null where organization_id = $1 and id = $2`, [organizationId, id, this.clock.now()]));
  }

  /** Finds what the queue lost, what is due again and what a worker left behind; gives up after five attempts; forgets old mails. */
  @Job({ name: 'mail.sweep', queue: 'timers', every: 30_000 })
  async sweep(): Promise<void> {
    await this.jobs.forEachOrganization(async (organizationId) => {
      const now = this.clock.now();
      await this.tx.write(GIVE_UP, [organizationId, now, MOST_ATTEMPTS]);
      await this.tx.write(`delete from mails where organization_id = $1 and state in ('sent', 'failed') and created_at < $2::timestamptz - make_interval(days => $3)`, [organizationId, now, KEPT_DAYS]);
      if (!this.transport) return;
      const waiting = await this.tx.rows<{ id: string }>(WAITING, [organizationId, now]);
      this.tx.afterCommit(async () => {
        for (const { id } of waiting) await this.jobs.add('mail.send', { organizationId, id });
      });
    });
  }

  private async claim(id: string): Promise<{ letter: Letter; attempts: number } | null> {
    const [row] = await this.tx.rows<{ sealed: Buffer; attempts: number }>(CLAIM, [this.tx.scope.organizationId, id, this.clock.now(), CLAIM_SECONDS, MOST_ATTEMPTS]);
    if (!row) return null;
    const key = await this.sealing.organization();
    return { letter: key.open<Letter>(Mails.place, id, row.sealed), attempts: row.attempts };
  }

  private async putOff(id: string, attempts: number, error: unknown): Promise<void> {
    const isOver = attempts >= MOST_ATTEMPTS || error instanceof RefusedForGood;
    const minutes = pauseMinutes[attempts - 1] ?? 60;
    await this.tx.write(
      `update mails set state = $3, due_at = $4::timestamptz + make_interval(mins => $5), claimed_until = null where organization_id = $1 and id = $2 and state = 'sending'`,
      [this.tx.scope.organizationId, id, isOver ? 'failed' : 'due', this.clock.now(), minutes],
    );
    // The server's answer can repeat the address, so only its kind is written.
    const line = { event: isOver ? 'mail-failed' : 'mail-put-off', mail: id, attempts, error: (error as { code?: string }).code ?? 'refused' };
    if (isOver) this.logger.error(line);
    else this.logger.warn(line);
  }
}

const CLAIM = `
  update mails set state = 'sending', attempts = attempts + 1, claimed_until = $3::timestamptz + make_interval(secs => $4)
   where organization_id = $1 and id = $2 and attempts < $5
     and ((state = 'due' and due_at <= $3) or (state = 'sending' and claimed_until <= $3))
  returning sealed, attempts`;

const GIVE_UP = `update mails set state = 'failed', claimed_until = null
   where organization_id = $1 and state in ('due', 'sending') and attempts >= $3 and coalesce(claimed_until, due_at) <= $2`;

const WAITING = `select id from mails where organization_id = $1 and state in ('due', 'sending')
   and ((state = 'due' and due_at <= $2) or (state = 'sending' and claimed_until <= $2)) order by due_at limit 200`;
