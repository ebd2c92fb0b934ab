import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../people/person.entity';
import { ConsentRecipient } from './consent-recipient.entity';

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

/** What a child said beside a guardian's answer; `too_young` where it was not asked because of its age. */
export const assents = ['given', 'refused', 'too_young'] as const;
export type Assent = (typeof assents)[number];

/** Whose word took a consent back. */
export const withdrawers = ['participant', 'guardian', 'worker_on_request'] as const;
export type Withdrawer = (typeof withdrawers)[number];

/** How somebody said that they take it back; `new_answer` when they were asked again and said no. */
export const withdrawalWays = ['in_person', 'telephone', 'message', 'letter', 'new_answer'] as const;
export type WithdrawalWay = (typeof withdrawalWays)[number];

/** What a person answered to one purpose, in which words and language they heard it, until when it holds. Never rewritten, only withdrawn. */
@Entity('consents')
@Unique('consents_scope', ['organizationId', 'id'])
@Index('consents_person', ['organizationId', 'personId'])
@Index('consents_agreeing', ['organizationId', 'purpose', 'personId'], { where: "withdrawn_at is null and decision = 'given'" })
@Check('consents_decision', `decision in ('given', 'refused')`)
@Check('consents_explained', `explained in ('read_aloud', 'read_by_person', 'interpreter', 'audio')`)
@Check('consents_interpreter', `interpreter is null or (explained = 'interpreter' and interpreter in ('staff', 'telephone', 'agency', 'volunteer'))`)
@Check('consents_captured', `captured in ('signature', 'mark', 'verbal')`)
@Check('consents_verbal_has_witness', `captured <> 'verbal' or decision = 'refused' or witness_user_id is not null`)
@Check('consents_given_by', `given_by in ('self', 'guardian')`)
@Check('consents_guardian_is_another', `given_by_person_id is null or (given_by = 'guardian' and given_by_person_id <> person_id)`)
@Check('consents_withdrawn_whole', 'withdrawn_by is null or withdrawn_at is not null')
@Check('consents_recipient_is_one', `recipient = coalesce(recipient_id::text, '')`)
@Check('consents_interpreter_language', 'interpreter_language is null or interpreter is not null')
@Check('consents_assent', `assent is null or (given_by = 'guardian' and assent in ('given', 'refused', 'too_young'))`)
@Check('consents_assent_heard', `assent is distinct from 'refused' or decision = 'refused'`)
@Check('consents_signature_of_a_hand', `signature_sealed is null or captured in ('signature', 'mark')`)
@Check('consents_withdrawn_said_by', `withdrawn_said_by in ('participant', 'guardian', 'worker_on_request')`)
@Check('consents_withdrawn_how', `withdrawn_how in ('in_person', 'telephone', 'message', 'letter', 'new_answer')`)
@Check('consents_withdrawn_said_whole', 'withdrawn_at is not null or (withdrawn_said_by is null and withdrawn_how is null)')
@Check('consents_at_most_a_year', `valid_until > valid_from and valid_until <= valid_from + interval '12 months'`)
@Exclusion(
  'consents_one_live_per_purpose',
  `USING gist (organization_id WITH =, person_id WITH =, purpose WITH =, recipient WITH =, daterange(valid_from, valid_until) WITH &&) WHERE (withdrawn_at is null)`,
)
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'consents_person_fk' })
@ForeignKey(() => Person, ['organizationId', 'givenByPersonId'], ['organizationId', 'id'], { name: 'consents_guardian_fk' })
@ForeignKey(() => ConsentRecipient, ['organizationId', 'recipientId'], ['organizationId', 'id'], { name: 'consents_recipient_fk' })
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

  /** The id of the recipient as text, empty for nobody: what the exclusion compares. */
  @Column('text', { default: '' })
  recipient: string;

  @Column('uuid', { name: 'recipient_id', nullable: true })
  recipientId: string | null;

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

  @Column('text', { name: 'interpreter_language', nullable: true })
  interpreterLanguage: string | null;

  /** Whether they said in their own words what they agree to. */
  @Column('boolean', { name: 'taught_back', default: false })
  taughtBack: boolean;

  @Column('text')
  captured: Capture;

  /** The picture of a signature or mark made on the screen, sealed under the key of the person. */
  @Column('bytea', { name: 'signature_sealed', nullable: true })
  signatureSealed: Buffer | null;

  /** Where the paper is, sealed under the key of the person. */
  @Column('bytea', { name: 'evidence_sealed', nullable: true })
  evidenceSealed: Buffer | null;

  @Column('text', { name: 'given_by' })
  givenBy: ConsentGiver;

  @Column('uuid', { name: 'given_by_person_id', nullable: true })
  givenByPersonId: string | null;

  @Column('text', { nullable: true })
  assent: Assent | null;

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

  @Column('text', { name: 'withdrawn_said_by', nullable: true })
  withdrawnSaidBy: Withdrawer | null;

  @Column('text', { name: 'withdrawn_how', nullable: true })
  withdrawnHow: WithdrawalWay | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
