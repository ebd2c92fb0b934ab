import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Party } from '../people/party.entity';
import { Site } from '../sites/site.entity';

export const caseStates = ['open', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

/** How much of a worker's time a case asks for; it weighs on the caseload. */
export const acuities = ['low', 'moderate', 'high'] as const;
export type Acuity = (typeof acuities)[number];

/** One episode of voluntary case management with a person or a family. A sealed case is not there for anybody outside its team. */
@Entity('cases')
@Unique('cases_scope', ['organizationId', 'id'])
@Unique('cases_code_once', ['organizationId', 'code'])
@Index('cases_site', ['organizationId', 'siteId', 'state', 'id'])
@Index('cases_party', ['organizationId', 'partyId'], { where: 'party_id is not null' })
@Check('cases_state', `state in ('open', 'closed')`)
@Check('cases_acuity', `acuity in ('low', 'moderate', 'high')`)
@Check('cases_closed_whole', `(state = 'closed') = (closed_on is not null) and (state = 'closed') = (close_reason is not null)`)
@Check('cases_closed_after_opened', 'closed_on is null or closed_on >= opened_on')
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'cases_organization_fk' })
@ForeignKey('data_keys', ['organizationId', 'id'], ['organizationId', 'id'], { name: 'cases_key_fk' })
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'cases_site_fk' })
@Check('cases_follow_another', 'previous_case_id <> id')
@ForeignKey(() => Case, ['organizationId', 'previousCaseId'], ['organizationId', 'id'], { name: 'cases_previous_fk' })
@ForeignKey(() => Party, ['organizationId', 'partyId'], ['organizationId', 'id'], { name: 'cases_party_fk' })
export class Case {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'cases_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  /** The site whose workers carry it. */
  @Column('uuid', { name: 'site_id' })
  siteId: string;

  /** The party it began with, if it did. */
  @Column('uuid', { name: 'party_id', nullable: true })
  partyId: string | null;

  /** The closed case of the same people that came before it. */
  @Column('uuid', { name: 'previous_case_id', nullable: true })
  previousCaseId: string | null;

  /** What it is called where no name may stand. */
  @Column('text')
  code: string;

  @Column('text', { default: 'open' })
  state: CaseState;

  @Column('boolean', { default: false })
  sealed: boolean;

  @Column('text', { default: 'moderate' })
  acuity: Acuity;

  @Column('date', { name: 'opened_on' })
  openedOn: string;

  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason: string | null;

  /** Where the participant went, as a code of the list of destinations. */
  @Column('text', { nullable: true })
  destination: string | null;

  @Column('boolean', { name: 'follow_up_consented', nullable: true })
  followUpConsented: boolean | null;

  /** The closing summary and what remains to be done, sealed under the key of the case. */
  @Column('bytea', { name: 'closing_sealed', nullable: true })
  closingSealed: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
