import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Tx } from '../database/tx';
import { Jobs } from '../queue/jobs.service';
import { Sealing } from '../sealing/sealing.service';
import type { Letter } from './mail-transport';
import { Mail } from './mail.entity';

/** A mail that waits or has left, opened. */
export interface OpenedMail extends Letter {
  id: string;
  at: Date;
}

/** Where mails wait: a mail is written in the transaction of what it announces, and sent after its commit. */
@Injectable()
export class Mails {
  static readonly place = 'mails.sealed';

  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Writes a mail and asks for it to be sent once the transaction has committed. */
  async write(kind: string, letter: Letter): Promise<void> {
    const { organizationId } = this.tx.scope;
    const id = randomUUID();
    const key = await this.sealing.organization();
    const now = this.clock.now();
    await this.tx.em.insert(Mail, { id, organizationId, kind, sealed: key.seal(Mails.place, id, letter), dueAt: now, createdAt: now });
    this.tx.afterCommit(() => this.jobs.add('mail.send', { organizationId, id }));
  }

  /** The newest mails of the open transaction's organization, opened. */
  async newest(limit: number): Promise<OpenedMail[]> {
    const key = await this.sealing.organization();
    const rows = await this.tx.rows<{ id: string; sealed: Buffer; created_at: Date }>(
      'select id, sealed, created_at from mails where organization_id = $1 order by created_at desc, id desc limit $2',
      [this.tx.scope.organizationId, limit],
    );
    return rows.map((row) => ({ id: row.id, at: row.created_at, ...key.open<Letter>(Mails.place, row.id, row.sealed) }));
  }
}
