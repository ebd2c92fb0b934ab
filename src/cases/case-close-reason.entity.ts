import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from '../organizations/organization.entity';

/** What a reason for closing asks for beside the summary. */
export const closingAsks = ['destination', 'partner', 'contact_attempts', 'remains', 'follow_up'] as const;
export type ClosingAsk = (typeof closingAsks)[number];

/** Why a case can close, in an organization's own list. */
@Entity('case_close_reasons')
@Unique('case_close_reasons_scope', ['organizationId', 'id'])
@Unique('case_close_reasons_code_once', ['organizationId', 'code'])
@Check('case_close_reasons_asks', `asks <@ array['destination', 'partner', 'contact_attempts', 'remains', 'follow_up']`)
@ForeignKey(() => Organization, ['organizationId'], ['id'], { name: 'case_close_reasons_organization_fk' })
export class CaseCloseReason {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'case_close_reasons_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  code: string;

  @Column('integer')
  position: number;

  /** What it is called, by language. */
  @Column('jsonb')
  labels: Record<string, string>;

  @Column('text', { array: true, default: [] })
  asks: ClosingAsk[];

  @Column('boolean', { default: true })
  active: boolean;
}
