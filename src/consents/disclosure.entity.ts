import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../people/person.entity';
import { Consent } from './consent.entity';
import { ConsentRecipient } from './consent-recipient.entity';

/** What was told about somebody, to whom and on which consent. Only ever added to, so that they can be told themselves. */
@Entity('disclosures')
@Unique('disclosures_scope', ['organizationId', 'id'])
@Index('disclosures_person', ['organizationId', 'personId', 'id'])
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'disclosures_person_fk' })
@ForeignKey(() => Consent, ['organizationId', 'consentId'], ['organizationId', 'id'], { name: 'disclosures_consent_fk' })
@ForeignKey(() => ConsentRecipient, ['organizationId', 'recipientId'], ['organizationId', 'id'], { name: 'disclosures_recipient_fk' })
export class Disclosure {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'disclosures_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'consent_id' })
  consentId: string;

  @Column('text')
  purpose: string;

  @Column('uuid', { name: 'recipient_id', nullable: true })
  recipientId: string | null;

  @Column('text', { array: true, default: [] })
  categories: string[];

  /** What was given, in words, sealed under the key of the person. */
  @Column('bytea', { name: 'given_sealed' })
  givenSealed: Buffer;

  /** Keyed, so that a paper or file that turns up later can be compared with what was given. */
  @Column('bytea')
  fingerprint: Buffer;

  @Column('timestamptz', { name: 'disclosed_at' })
  disclosedAt: Date;

  @Column('uuid', { name: 'disclosed_by', nullable: true })
  disclosedBy: string | null;
}
