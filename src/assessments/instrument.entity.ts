import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** An instrument of the organization by its code; what it asks stands in its versions. */
@Entity('instruments')
@Unique('instruments_scope', ['organizationId', 'id'])
@Unique('instruments_code_once', ['organizationId', 'code'])
@Check('instruments_code_form', `code ~ '^[a-z][a-z0-9-]{1,39}$'`)
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'instruments_organization_fk' })
export class Instrument {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'instruments_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  code: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
