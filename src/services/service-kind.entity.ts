import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What a kind of service is for the measures of programs. Nights are missing on purpose: they are counted from stays. */
export const serviceCategories = ['meals', 'transportation', 'medical', 'hygiene', 'clothing', 'translation', 'outreach', 'labor', 'renovation', 'other'] as const;
export type ServiceCategory = (typeof serviceCategories)[number];

/** Who gets it: people by name (or a count of them), only a count of people, a colleague's hours, or the house. */
export const serviceSubjects = ['person', 'headcount', 'staff', 'site'] as const;
export type ServiceSubject = (typeof serviceSubjects)[number];

/** A text in the languages of the house. */
export interface KindLabels {
  en: string;
  es: string;
}

/** One line of the service catalogue. Code, category, item type and subject stay as they are: past entries are counted by them. */
@Entity('service_kinds')
@Unique('service_kinds_scope', ['organizationId', 'id'])
@Unique('service_kinds_code_once', ['organizationId', 'code'])
@Check('service_kinds_code_form', `code ~ '^[a-z][a-z0-9_]{1,39}$'`)
@Check('service_kinds_item_type_form', `item_type ~ '^[a-z][a-z0-9_]{1,39}$'`)
@Check('service_kinds_unit_given', 'length(btrim(unit)) > 0')
@Check('service_kinds_nights_come_from_stays', `lower(unit) not in ('night', 'nights') and code !~ 'lodging'`)
@Check(
  'service_kinds_category',
  `category in ('meals', 'transportation', 'medical', 'hygiene', 'clothing', 'translation', 'outreach', 'labor', 'renovation', 'other')`,
)
@Check('service_kinds_subject', `subject in ('person', 'headcount', 'staff', 'site')`)
@Check('service_kinds_limits', 'coalesce(max_per_day, 1) > 0 and coalesce(min_interval_minutes, 1) > 0')
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'service_kinds_organization_fk' })
export class ServiceKind {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'service_kinds_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  code: string;

  @Column('text')
  category: ServiceCategory;

  /** What a measure "by type" sorts it under. */
  @Column('text', { name: 'item_type', nullable: true })
  itemType: string | null;

  @Column('jsonb')
  labels: KindLabels;

  @Column('text')
  unit: string;

  @Column('text')
  subject: ServiceSubject;

  /** The most that one person gets on one day before somebody asks why. */
  @Column('integer', { name: 'max_per_day', nullable: true })
  maxPerDay: number | null;

  /** The time that lies between two of them for one person before somebody asks why. */
  @Column('integer', { name: 'min_interval_minutes', nullable: true })
  minIntervalMinutes: number | null;

  /** Whether it stands among the first tiles of quick entry. */
  @Column('boolean', { default: true })
  quick: boolean;

  @Column('integer', { default: 0 })
  position: number;

  /** The first day on which it is no longer given. */
  @Column('date', { name: 'retired_on', nullable: true })
  retiredOn: string | null;
}
