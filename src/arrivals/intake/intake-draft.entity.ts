import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The place the content of a draft is sealed for. */
export const DRAFT_PLACE = 'intake_drafts.sealed';

/** What somebody has typed into the intake form so far. It names people, so it lies in the database only sealed. */
export type DraftSecret = {
  /** How the draft is found again in a list: a family name, as it was typed. */
  title: string;
  /** The form, as its screen wrote it. */
  content: string;
};

/** An intake in progress: it belongs to one worker, survives a reload and an expired session, and is forgotten after three days. */
@Entity('intake_drafts')
@Unique('intake_drafts_scope', ['organizationId', 'id'])
@Index('intake_drafts_user', ['organizationId', 'userId', 'updatedAt'])
@ForeignKey('users', ['organizationId', 'userId'], ['organizationId', 'id'], { name: 'intake_drafts_user_fk' })
@ForeignKey('sites', ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'intake_drafts_site_fk' })
export class IntakeDraft {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'intake_drafts_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('bytea', { select: false })
  sealed: Buffer;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
