import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../../cases/case.entity';

/** What a family lived on in one month. A correction supersedes the row, so that what was known on a day can be read again. */
@Entity('household_months')
@Unique('household_months_scope', ['organizationId', 'id'])
@Index('household_months_current', ['organizationId', 'caseId', 'month'], { unique: true, where: 'superseded_at is null' })
@Index('household_months_case', ['organizationId', 'caseId', 'month'])
@Check('household_months_first_day', 'extract(day from month) = 1')
@Check('household_months_employed', 'employed between 0 and employable and employable <= 30')
@Check('household_months_verdict', 'not (self_sufficient and cash_assistance)')
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'household_months_case_fk' })
export class HouseholdMonth {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'household_months_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  /** The first day of the month. */
  @Column('date')
  month: string;

  /** Income, rent and other costs in cents, sealed under the key of the case. */
  @Column('bytea', { name: 'amounts_sealed' })
  amountsSealed: Buffer;

  /** Whether the family lived on a cash assistance grant too. Food stamps and Medicaid are none (45 CFR 400.2). */
  @Column('boolean', { name: 'cash_assistance' })
  cashAssistance: boolean;

  /** Grown members who can work, and those of them who do. */
  @Column('smallint')
  employable: number;

  @Column('smallint')
  employed: number;

  /** What `sufficiencyOf` said about the row when it was written. */
  @Column('boolean', { name: 'self_sufficient' })
  selfSufficient: boolean;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;
}
