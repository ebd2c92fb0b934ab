import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../people/person.entity';

export const consentDecisions = ['given', 'refused'] as const;
export type ConsentDecision = (typeof consentDecisions)[number];

/** How the text reached the person. */
export const explanations = ['read_aloud', 'read_by_person', 'interpreter', 'audio'] as const;
export type Explanation = (typeof explanations)[number];

/** Who interpreted. A child or somebody who travels along is no interpreter. */
export const interpreters = ['staff', 'telephone', 'agency', 'volunteer'] as const;
export type Interpreter = (typeof interpreters)[number];

/** How the answer was taken down. */
export const captures = ['signature', 'mark', 'verbal'] as const;
export type Capture = (typeof captures)[number];

export const consentGivers = ['self', 'guardian'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** What a person answered to one purpose, in which words and language they heard it, until when it holds. Never rewritten, only withdrawn. */
@Entity('consents')
@Unique('consents_scope', ['organizationId', 'id'])
@Index('consents_person', ['organizationId', 'personId'])
@Check('consents_decision', `decision in ('given', 'refused')`)
@Check('consents_explained', `explained in ('read_aloud', 'read_by_person', 'interpreter', 'audio')`)
@Check('consents_interpreter', `interpreter is null or (explained = 'interpreter' and interpreter in ('staff', 'telephone', 'agency', 'volunteer'))`)
@Check('consents_captured', `captured in ('signature', 'mark', 'verbal')`)
@Check('consents_verbal_has_witness', `captured <> 'verbal' or decision = 'refused' or witness_user_id is not null`)
@Check('consents_given_by', `given_by in ('self', 'guardian')`)
@Check('consents_guardian_is_another', `given_by_person_id is null or (given_by = 'guardian' and given_by_person_id <> person_id)`)
@Check('consents_withdrawn_whole', 'withdrawn_by is null or withdrawn_at is not null')
@Check('consents_at_most_a_year', `valid_until > valid_from and valid_until <= valid_from + interval '12 months'`)
@Exclusion(
  'consents_one_live_per_purpose',
  `USING gist (organization_id WITH =, person_id WITH =, purpose WITH =, recipient WITH =, daterange(valid_from, valid_until) WITH &&) WHERE (withdrawn_at is null)`,
)
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'consents_person_fk' })
@ForeignKey(() => Person, ['organizationId', 'givenByPersonId'], ['organizationId', 'id'], { name: 'consents_guardian_fk' })
@ForeignKey('users', ['organizationId', 'witnessUserId'], ['organizationId', 'id'], { name: 'consents_witness_fk' })
export class Consent {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'consents_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  purpose: string;

  @Column('text', { default: '' })
  recipient: string;

  @Column('text', { array: true, default: [] })
  categories: string[];

  @Column('text')
  decision: ConsentDecision;

  @Column('text', { name: 'text_version' })
  textVersion: string;

  @Column('text')
  language: string;

  @Column('text')
  explained: Explanation;

  @Column('text', { nullable: true })
  interpreter: Interpreter | null;

  @Column('text')
  captured: Capture;

  @Column('text', { name: 'given_by' })
  givenBy: ConsentGiver;

  @Column('uuid', { name: 'given_by_person_id', nullable: true })
  givenByPersonId: string | null;

  @Column('uuid', { name: 'witness_user_id', nullable: true })
  witnessUserId: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_until' })
  validUntil: string;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
