import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Organizations } from '../organizations/organizations.service';
import { CONFIG, type Config } from '../platform/config/config';
import { common } from '../platform/errors/problem';
import { Mails } from '../platform/mail/mails.service';
import { Jobs } from '../platform/queue/jobs.service';
import { Outbox, OutboxMail } from './outbox.dto';
import { Public } from './route-access';

const NEWEST = 50;
const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** The mails of the demo, where no mail server is at hand. It exists only with the demo data and only on the machine itself. */
@ApiTags('Demo')
@Controller('dev/outbox')
export class OutboxController {
  constructor(
    private readonly jobs: Jobs,
    private readonly organizations: Organizations,
    private readonly mails: Mails,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The newest mails of the demo. */
  @Get()
  @Public()
  async list(@Req() request: Request): Promise<Outbox> {
    if (!this.config.DEMO || !loopback.test(request.socket.remoteAddress ?? '')) throw common.NOT_FOUND();
    const items: OutboxMail[] = [];
    await this.jobs.forEachOrganization(async () => {
      if (!(await this.organizations.current()).isDemo) return;
      for (const { id, to, subject, text, at } of await this.mails.newest(NEWEST)) items.push({ id, to, subject, text, at });
    });
    return { items: items.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, NEWEST) };
  }
}
