import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One year or round of a program (SSP FY2024): what it measures and its rules hang on it as dated rows. */
@Entity('programs')
@Unique('programs_scope', ['organizationId', 'id'])
@Unique('programs_code_once', ['organizationId', 'code'])
@Check('programs_code_form', `code ~ '^[a-z][a-z0-9-]{1,39}$'`)
@Check('programs_dates', 'ends_on > starts_on')
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'programs_organization_fk' })
export class Program {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'programs_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  code: string;

  /** The program that the years belong to: `ssp`. */
  @Column('text')
  family: string;

  @Column('text')
  name: string;

  /** First day of the period of services or performance. */
  @Column('date', { name: 'starts_on' })
  startsOn: string;

  /** Its last day, as awards write it: the day itself still counts. */
  @Column('date', { name: 'ends_on' })
  endsOn: string;

  @Column('text')
  source: string;
}
