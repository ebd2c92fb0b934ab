import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../../cases/case.entity';
import { Person } from '../../people/person.entity';
import { Program } from '../../programs/program.entity';

/** Where somebody stands with a milestone. Declining is as ordinary as achieving. */
export const milestoneStates = ['not_started', 'in_progress', 'achieved', 'not_applicable', 'declined'] as const;
export type MilestoneState = (typeof milestoneStates)[number];

/** Why a row is no longer the newest: life went on, or it had been written by mistake. */
export const milestoneEndings = ['changed', 'corrected'] as const;
export type MilestoneEnding = (typeof milestoneEndings)[number];

/**
 * One thing that was said about a milestone of a person, or of the family (no person). Rows are added, never edited; the one that
 * was not superseded is where it stands now.
 */
@Entity('milestone_events')
@Unique('milestone_events_scope', ['organizationId', 'id'])
@Index('milestone_events_current', { synchronize: false })
@Index('milestone_events_person', ['organizationId', 'personId', 'milestone'], { where: 'person_id is not null' })
@Index('milestone_events_case', ['organizationId', 'caseId', 'milestone'])
@Check('milestone_events_state', `state in ('not_started', 'in_progress', 'achieved', 'not_applicable', 'declined')`)
@Check('milestone_events_dated', `(state = 'not_started') = (on_date is null)`)
@Check('milestone_events_verified_whole', '(verified_by is null) = (verified_on is null)')
@Check('milestone_events_ended_whole', `(superseded_at is null) = (ended_how is null) and (ended_how is null or ended_how in ('changed', 'corrected'))`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'milestone_events_case_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'milestone_events_person_fk' })
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'milestone_events_program_fk' })
export class MilestoneEvent {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'milestone_events_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  /** Nobody: it is a milestone of the family. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  /** Its key in the catalogue of a program. Two programs that name the same key mean the same fact. */
  @Column('text')
  milestone: string;

  /** The program in whose catalogue it was found. */
  @Column('uuid', { name: 'program_id' })
  programId: string;

  @Column('text')
  state: MilestoneState;

  /** The day it was reached, begun or declined, as far as it is known. */
  @Column('date', { name: 'on_date', nullable: true })
  onDate: string | null;

  /** The kind of evidence, one of those the catalogue names. */
  @Column('text', { nullable: true })
  evidence: string | null;

  /** What the evidence is, sealed under the key of the case. */
  @Column('bytea', { name: 'note_sealed', nullable: true })
  noteSealed: Buffer | null;

  @Column('uuid', { name: 'verified_by', nullable: true })
  verifiedBy: string | null;

  @Column('date', { name: 'verified_on', nullable: true })
  verifiedOn: string | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;

  @Column('text', { name: 'ended_how', nullable: true })
  endedHow: MilestoneEnding | null;
}
