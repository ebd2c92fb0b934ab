import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export type MailState = 'due' | 'sending' | 'sent' | 'failed';

/** A mail to a person who works here, written together with what it announces. Address and text are sealed. */
@Entity('mails')
@Unique('mails_scope', ['organizationId', 'id'])
@Index('mails_waiting', { synchronize: false })
@Check('mails_state', `state in ('due', 'sending', 'sent', 'failed')`)
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'mails_organization_fk' })
export class Mail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mails_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  /** Which mail it is (`account.invitation`); for counting, never shown to the recipient. */
  @Column('text')
  kind: string;

  @Column('bytea')
  sealed: Buffer;

  @Column('text', { default: 'due' })
  state: MailState;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { name: 'due_at', default: () => 'now()' })
  dueAt: Date;

  @Column('timestamptz', { name: 'claimed_until', nullable: true })
  claimedUntil: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;
}
