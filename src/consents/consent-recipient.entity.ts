import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What a recipient is for the person whom it may be told about. */
export const recipientKinds = ['legal', 'health', 'destination', 'funder', 'evaluator', 'partner'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** Somebody outside the organization to whom something may be told with consent: an office, never a person. */
@Entity('consent_recipients')
@Unique('consent_recipients_scope', ['organizationId', 'id'])
@Unique('consent_recipients_name_once', ['organizationId', 'name'])
@Check('consent_recipients_named', 'length(btrim(name)) > 0')
@Check('consent_recipients_kind', `kind in ('legal', 'health', 'destination', 'funder', 'evaluator', 'partner')`)
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'consent_recipients_organization_fk' })
export class ConsentRecipient {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'consent_recipients_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: RecipientKind;

  /** Whether it is offered; what was agreed for it before stays as it is. */
  @Column('boolean', { default: true })
  active: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
