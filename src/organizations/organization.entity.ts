import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The tenant: an NGO, a city, a consortium. Everything else belongs to one. */
@Entity('organizations')
@Unique('organizations_code_unique', ['code'])
@Check('organizations_name_not_blank', 'length(btrim(name)) > 0')
export class Organization {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organizations_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  code: string;

  @Column('text', { name: 'default_language', default: 'en' })
  defaultLanguage: string;

  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey: Buffer;

  @Column('boolean', { name: 'is_demo', default: false })
  isDemo: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
