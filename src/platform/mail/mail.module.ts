import { Module } from '@nestjs/common';
import { CONFIG } from '../config/config';
import { MAIL_TRANSPORT, mailTransport } from './mail-transport';
import { MailSender } from './mail.jobs';
import { Mails } from './mails.service';

@Module({
  providers: [Mails, MailSender, { provide: MAIL_TRANSPORT, inject: [CONFIG], useFactory: mailTransport }],
  exports: [Mails],
})
export class MailModule {}
