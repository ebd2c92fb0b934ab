import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What the facts of a person that program rules look at were until a moment. Written by the database when they change. */
@Entity('person_fact_changes')
@Unique('person_fact_changes_scope', ['organizationId', 'id'])
@Index('person_fact_changes_person', ['organizationId', 'personId', 'changedAt'])
@ForeignKey('persons', ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'person_fact_changes_person_fk' })
export class PersonFactChange {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'person_fact_changes_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('date', { name: 'released_on', nullable: true })
  releasedOn: string | null;

  @Column('text', { name: 'a_number_status' })
  aNumberStatus: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'clock_timestamp()' })
  changedAt: Date;
}
