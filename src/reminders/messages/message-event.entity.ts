import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Message } from './message.entity';

/** Something that happened to a message. Only ever added to: this is what proves when somebody was told. */
@Entity('message_events')
@Index('message_events_message', ['organizationId', 'messageId', 'at', 'id'])
@Check('message_events_what', `what in ('written', 'claimed', 'asked', 'sent', 'delivered', 'failed', 'put_off', 'unknown', 'cancelled', 'decided')`)
@ForeignKey(() => Message, ['organizationId', 'messageId'], ['organizationId', 'id'], { name: 'message_events_message_fk' })
export class MessageEvent {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'message_events_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'message_id' })
  messageId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  what: string;

  @Column('text', { name: 'provider_id', nullable: true })
  providerId: string | null;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;
}
