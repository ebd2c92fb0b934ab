import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

export const channelKinds = ['sms_twilio', 'sms_gateway', 'email_smtp', 'demo'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** A way out for the messages of an organization, how fast it may be used, and how much of this minute is used up. */
@Entity('channels')
@Unique('channels_scope', ['organizationId', 'id'])
@Unique('channels_one_of_a_kind', ['organizationId', 'kind'])
@Check('channels_kind', `kind in ('sms_twilio', 'sms_gateway', 'email_smtp', 'demo')`)
@Check('channels_state', `state in ('on', 'off')`)
@Check('channels_per_minute', 'per_minute between 1 and 100000')
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'channels_organization_fk' })
export class Channel {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'channels_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  kind: ChannelKind;

  /** Addresses and keys of the provider, under the key of the organization; never shown again. */
  @Column('bytea', { name: 'settings_sealed', nullable: true, select: false })
  settingsSealed: Buffer | null;

  @Column('text', { default: 'off' })
  state: 'on' | 'off';

  @Column('integer', { name: 'per_minute', default: 60 })
  perMinute: number;

  @Column('timestamptz', { name: 'minute_started_at', nullable: true })
  minuteStartedAt: Date | null;

  @Column('integer', { name: 'minute_used', default: 0 })
  minuteUsed: number;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt: Date;

  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy: string | null;
}
