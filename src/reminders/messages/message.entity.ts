import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../../auth/user.entity';
import { ContactPoint } from '../../people/contact-point.entity';
import { Person } from '../../people/person.entity';

export const messageChannels = ['sms', 'email', 'inbox', 'push'] as const;
export type MessageChannel = (typeof messageChannels)[number];

export type MessageState = 'due' | 'claimed' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'cancelled';

/** The places the sealed parts of a message are sealed for. */
export const BODY_PLACE = 'messages.body_sealed';
export const TO_PLACE = 'messages.to_sealed';

/** A message to one person or one worker. Its id is the key that the provider knows it by; address and text are sealed and go after 30 days. */
@Entity('messages')
@Unique('messages_scope', ['organizationId', 'id'])
@Index('messages_due', ['organizationId', 'dueAt', 'id'], { where: `state = 'due'` })
@Index('messages_claimed', ['organizationId', 'claimedUntil'], { where: `state = 'claimed'` })
@Index('messages_undecided', ['organizationId', 'id'], { where: `state = 'unknown'` })
@Index('messages_person', ['organizationId', 'personId', 'id'])
@Index('messages_to_purge', ['organizationId', 'writtenAt'], { where: 'purged_at is null' })
@Check('messages_one_recipient', '(person_id is null) <> (user_id is null)')
@Check('messages_person_has_contact_point', 'person_id is null or contact_point_id is not null')
@Check('messages_channel', `channel in ('sms', 'email', 'inbox', 'push')`)
@Check('messages_state', `state in ('due', 'claimed', 'sent', 'delivered', 'failed', 'unknown', 'cancelled')`)
@Check('messages_claim_has_end', `(state = 'claimed') = (claimed_until is not null)`)
@Check('messages_purged_whole', '(purged_at is null) = (body_sealed is not null and to_sealed is not null)')
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'messages_person_fk' })
@ForeignKey(() => User, ['organizationId', 'userId'], ['organizationId', 'id'], { name: 'messages_user_fk' })
@ForeignKey(() => ContactPoint, ['organizationId', 'contactPointId'], ['organizationId', 'id'], { name: 'messages_contact_point_fk' })
export class Message {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'messages_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('uuid', { name: 'user_id', nullable: true })
  userId: string | null;

  @Column('uuid', { name: 'contact_point_id', nullable: true })
  contactPointId: string | null;

  @Column('text')
  channel: MessageChannel;

  /** Which message it is (`appointment_tomorrow`); never its words. */
  @Column('text')
  kind: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('uuid', { name: 'template_id', nullable: true })
  templateId: string | null;

  @Column('bytea', { name: 'body_sealed', nullable: true, select: false })
  bodySealed: Buffer | null;

  @Column('bytea', { name: 'to_sealed', nullable: true, select: false })
  toSealed: Buffer | null;

  @Column('text', { default: 'due' })
  state: MessageState;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  /** The moment after which it is of no use any more and is cancelled instead of sent. */
  @Column('timestamptz', { name: 'not_after', nullable: true })
  notAfter: Date | null;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  @Column('timestamptz', { name: 'claimed_until', nullable: true })
  claimedUntil: Date | null;

  @Column('smallint', { default: 0 })
  attempts: number;

  /** How often the provider was asked what became of it. */
  @Column('smallint', { default: 0 })
  asked: number;

  @Column('text', { nullable: true })
  provider: string | null;

  @Column('text', { name: 'provider_id', nullable: true })
  providerId: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  @Column('text', { name: 'failed_code', nullable: true })
  failedCode: string | null;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt: Date;

  @Column('timestamptz', { name: 'purged_at', nullable: true })
  purgedAt: Date | null;
}
