import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Site } from '../sites/site.entity';

/** The place an explanation is sealed for, under the organization's key: it is free text and may name somebody. */
export const EXPLANATION_PLACE = 'headcounts.explanation_sealed';

/** How many people were counted on a night beside how many the house should have; a difference is explained. */
@Entity('headcounts')
@Unique('headcounts_scope', ['organizationId', 'id'])
@Index('headcounts_site_night', ['organizationId', 'siteId', 'nightOf', 'takenAt'])
@Check('headcounts_not_negative', 'census >= 0 and counted >= 0')
@Check('headcounts_difference_is_explained', 'census = counted or length(btrim(explanation)) >= 10 or explanation_sealed is not null')
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'headcounts_site_fk' })
export class Headcount {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'headcounts_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('date', { name: 'night_of' })
  nightOf: string;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;

  @Column('integer')
  census: number;

  @Column('integer')
  counted: number;

  @Column('text', { default: '' })
  explanation: string;

  @Column('bytea', { name: 'explanation_sealed', nullable: true, select: false })
  explanationSealed: Buffer | null;

  @Column('uuid', { name: 'taken_by', nullable: true })
  takenBy: string | null;
}
