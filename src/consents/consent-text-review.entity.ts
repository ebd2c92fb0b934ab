import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** That a second speaker read the texts of a language, and the organization uses them since. Of one version only: other words are read anew. */
@Entity('consent_text_reviews')
@Unique('consent_text_reviews_scope', ['organizationId', 'id'])
@Unique('consent_text_reviews_once', ['organizationId', 'language', 'textVersion'])
@Check('consent_text_reviews_speaker_named', 'length(btrim(second_speaker)) > 0')
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'consent_text_reviews_organization_fk' })
export class ConsentTextReview {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'consent_text_reviews_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  language: string;

  @Column('text', { name: 'text_version' })
  textVersion: string;

  /** The colleague or volunteer who speaks the language and read the texts. */
  @Column('text', { name: 'second_speaker' })
  secondSpeaker: string;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { name: 'approved_at', default: () => 'now()' })
  approvedAt: Date;
}
