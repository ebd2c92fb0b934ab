import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from './person.entity';

export const contactChannels = ['phone', 'whatsapp', 'email'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** Whose phone or mailbox it is. */
export const contactOwners = ['self', 'shared', 'sponsor', 'relative'] as const;
export type ContactOwner = (typeof contactOwners)[number];

/** A way to reach a person, and what they said is safe. Nothing is safe until they said so. */
@Entity('contact_points')
@Unique('contact_points_scope', ['organizationId', 'id'])
@Index('contact_points_person', ['organizationId', 'personId'])
@Check('contact_points_channel', `channel in ('phone', 'whatsapp', 'email')`)
@Check('contact_points_owner', `owner in ('self', 'shared', 'sponsor', 'relative')`)
@Check('contact_points_no_contact_is_no', 'not (do_not_contact and (safe_to_text or safe_to_call or safe_to_leave_message))')
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'contact_points_person_fk' })
export class ContactPoint {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'contact_points_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  channel: ContactChannel;

  @Column('text')
  owner: ContactOwner;

  @Column('bytea', { select: false })
  sealed: Buffer;

  @Column('boolean', { name: 'safe_to_text', default: false })
  safeToText: boolean;

  @Column('boolean', { name: 'safe_to_call', default: false })
  safeToCall: boolean;

  @Column('boolean', { name: 'safe_to_leave_message', default: false })
  safeToLeaveMessage: boolean;

  @Column('boolean', { name: 'safe_to_say_name', default: false })
  safeToSayName: boolean;

  @Column('boolean', { name: 'do_not_contact', default: false })
  doNotContact: boolean;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt: Date | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
