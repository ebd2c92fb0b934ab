import { Module } from '@nestjs/common';
import { ChannelProviders } from './channel-providers';
import { ClaimsRepository } from './claims.repository';
import { MessageClaims } from './message-claims';
import { MessageSender } from './message-sender.jobs';
import { MessagesRepository } from './messages.repository';
import { Messages } from './messages.service';

/** Messages to people and workers: written with what they are about, each sent once. */
@Module({
  providers: [Messages, MessagesRepository, ClaimsRepository, ChannelProviders, MessageClaims, MessageSender],
  exports: [Messages],
})
export class MessagesModule {}
