import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Party } from '../people/party.entity';
import { Person } from '../people/person.entity';
import { Bed } from '../sites/bed.entity';
import { Site } from '../sites/site.entity';
import { Stay } from './stay.entity';

/** What a bed is spoken for. */
export const bedUses = ['held', 'booked', 'in_house', 'away', 'closed'] as const;
export type BedUse = (typeof bedUses)[number];

/** The uses in which a guest has the bed. */
export const guestUses = ['booked', 'in_house', 'away'] as const;
export type GuestUse = (typeof guestUses)[number];

/** Why a bed is closed. */
export const closureReasons = ['repair', 'cleaning', 'pests', 'health', 'staffing', 'not_available', 'other'] as const;
export type ClosureReason = (typeof closureReasons)[number];

/** The place a note on a correction is sealed for, under the key of the guest. */
export const CORRECTION_NOTE_PLACE = 'bed_periods.superseded_note_sealed';

/** Nights for which a bed is spoken for. A row is never edited: what changes supersedes it and writes another. */
@Entity('bed_periods')
@Unique('bed_periods_scope', ['organizationId', 'id'])
@Index('bed_periods_site_nights', ['organizationId', 'siteId', 'untilOn', 'fromOn'])
@Index('bed_periods_stay', ['organizationId', 'stayId'], { where: 'stay_id is not null' })
@Index('bed_periods_bed', ['organizationId', 'bedId', 'untilOn'], { where: 'superseded_at is null' })
@Index('bed_periods_holds', ['organizationId', 'heldUntil'], { where: "use = 'held' and superseded_at is null" })
@Exclusion(
  'bed_periods_one_use_per_bed_and_night',
  'using gist (organization_id with =, bed_id with =, during with &&) where (superseded_at is null)',
)
@Exclusion(
  'bed_periods_one_bed_per_person_and_night',
  'using gist (organization_id with =, person_id with =, during with &&) where (superseded_at is null and person_id is not null)',
)
@Check('bed_periods_use', `use in ('held', 'booked', 'in_house', 'away', 'closed')`)
@Check('bed_periods_not_empty', 'not isempty(during) and lower(during) is not null')
@Check('bed_periods_guest_has_stay', `(use in ('booked', 'in_house', 'away')) = (stay_id is not null and person_id is not null and party_id is not null)`)
@Check('bed_periods_hold_expires', `(use = 'held') = (held_until is not null)`)
@Check('bed_periods_closure_has_reason', `(use = 'closed') = (closure_reason is not null)`)
@Check(
  'bed_periods_closure_reason',
  `closure_reason is null or closure_reason in ('repair', 'cleaning', 'pests', 'health', 'staffing', 'not_available', 'other')`,
)
@Check('bed_periods_dates_are_during', `from_on = lower(during) and until_on = coalesce(upper(during), 'infinity')`)
@Check('bed_periods_guest_leaves_one_day', `use in ('closed') or upper(during) is not null`)
@Check('bed_periods_superseded_whole', '(superseded_at is null) = (superseded_reason is null)')
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'bed_periods_site_fk' })
@ForeignKey(() => Bed, ['organizationId', 'bedId'], ['organizationId', 'id'], { name: 'bed_periods_bed_fk' })
@ForeignKey(() => Stay, ['organizationId', 'stayId'], ['organizationId', 'id'], { name: 'bed_periods_stay_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'bed_periods_person_fk' })
@ForeignKey(() => Party, ['organizationId', 'partyId'], ['organizationId', 'id'], { name: 'bed_periods_party_fk' })
export class BedPeriod {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'bed_periods_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('uuid', { name: 'bed_id' })
  bedId: string;

  /** The nights, half open. */
  @Column('daterange')
  during: string;

  @Column('text')
  use: BedUse;

  @Column('uuid', { name: 'stay_id', nullable: true })
  stayId: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('uuid', { name: 'party_id', nullable: true })
  partyId: string | null;

  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil: Date | null;

  @Column('text', { name: 'closure_reason', nullable: true })
  closureReason: ClosureReason | null;

  @Column('text', { default: '' })
  note: string;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;

  @Column('uuid', { name: 'superseded_by', nullable: true })
  supersededBy: string | null;

  @Column('text', { name: 'superseded_reason', nullable: true })
  supersededReason: string | null;

  @Column('bytea', { name: 'superseded_note_sealed', nullable: true, select: false })
  supersededNoteSealed: Buffer | null;

  @Column('date', { name: 'from_on' })
  fromOn: string;

  @Column('date', { name: 'until_on' })
  untilOn: string;
}
