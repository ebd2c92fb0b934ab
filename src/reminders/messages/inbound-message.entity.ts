import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../../people/person.entity';
import { Message } from './message.entity';

/** An answer that came back. A provider may hand it over again; it is kept once. */
@Entity('inbound_messages')
@Unique('inbound_messages_once', ['organizationId', 'provider', 'providerId'])
@Index('inbound_messages_new', ['organizationId', 'id'], { where: `state = 'new'` })
@Check('inbound_messages_kind', `kind in ('stop', 'help', 'yes', 'other')`)
@Check('inbound_messages_state', `state in ('new', 'handled')`)
@Check('inbound_messages_handled_whole', `(state = 'handled') = (handled_at is not null)`)
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'inbound_messages_organization_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'inbound_messages_person_fk' })
@ForeignKey(() => Message, ['organizationId', 'messageId'], ['organizationId', 'id'], { name: 'inbound_messages_message_fk' })
export class InboundMessage {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'inbound_messages_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  provider: string;

  @Column('text', { name: 'provider_id' })
  providerId: string;

  @Column('bytea', { name: 'from_fingerprint' })
  fromFingerprint: Buffer;

  @Column('bytea', { name: 'body_sealed', select: false })
  bodySealed: Buffer;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  /** The message it answers. */
  @Column('uuid', { name: 'message_id', nullable: true })
  messageId: string | null;

  @Column('text')
  kind: 'stop' | 'help' | 'yes' | 'other';

  @Column('text', { default: 'new' })
  state: 'new' | 'handled';

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('uuid', { name: 'handled_by', nullable: true })
  handledBy: string | null;

  @Column('timestamptz', { name: 'handled_at', nullable: true })
  handledAt: Date | null;
}
