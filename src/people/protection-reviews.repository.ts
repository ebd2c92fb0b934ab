import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { ProtectionConcern, ProtectionReason } from './protection';
import type { ProtectionReview, ProtectionReviewState } from './protection-review.entity';

/** A review as it is read for a screen; its note stays sealed. */
export type ReviewRow = Pick<ProtectionReview, 'id' | 'personId' | 'partyId' | 'reason' | 'state' | 'raisedAt' | 'decidedAt' | 'decidedBy' | 'noteSealed'> & {
  siteId: string;
  partyCode: string;
};

const REVIEW = `review.id, review.person_id as "personId", review.party_id as "partyId", review.reason, review.state, review.raised_at as "raisedAt",
  review.decided_at as "decidedAt", review.decided_by as "decidedBy", review.note_sealed as "noteSealed", party.site_id as "siteId", party.code as "partyCode"`;

/** Named queries of protection reviews. */
@Injectable()
export class ProtectionReviewsRepository {
  constructor(private readonly tx: Tx) {}

  /** Raises what is not open yet; unless `afresh`, also nothing that was decided for this party before. */
  async raise(partyId: string, concerns: readonly ProtectionConcern[], afresh: boolean, at: Date): Promise<{ id: string; personId: string; reason: ProtectionReason }[]> {
    const { organizationId, userId } = this.tx.scope;
    return this.tx.rows(
      `insert into protection_reviews (organization_id, party_id, person_id, reason, raised_at, raised_by)
       select $1, $2, r.person, r.reason, $5, $6 from unnest($3::uuid[], $4::text[]) as r (person, reason)
        where $7 or not exists (select 1 from protection_reviews earlier
                                 where earlier.organization_id = $1 and earlier.person_id = r.person and earlier.party_id = $2)
       on conflict (organization_id, person_id, party_id) where state = 'open' do nothing
       returning id, person_id as "personId", reason`,
      [organizationId, partyId, concerns.map(({ personId }) => personId), concerns.map(({ reason }) => reason), at, userId, afresh],
    );
  }

  /** The reviews of persons, newest first. */
  ofPersons(personIds: readonly string[]): Promise<ReviewRow[]> {
    return this.tx.rows<ReviewRow>(
      `select ${REVIEW} from protection_reviews review join parties party on party.organization_id = review.organization_id and party.id = review.party_id
        where review.organization_id = $1 and review.person_id = any ($2::uuid[]) order by review.raised_at desc, review.id desc`,
      [this.tx.scope.organizationId, personIds],
    );
  }

  /** The open reviews of a site, the oldest first; from behind a review on. */
  openAt(siteId: string, after: string | null, limit: number): Promise<ReviewRow[]> {
    return this.tx.rows<ReviewRow>(
      `select ${REVIEW} from protection_reviews review join parties party on party.organization_id = review.organization_id and party.id = review.party_id
        where review.organization_id = $1 and review.state = 'open' and party.site_id = $2 and ($3::uuid is null or review.id > $3) order by review.id limit $4`,
      [this.tx.scope.organizationId, siteId, after, limit],
    );
  }

  /** Whether a person has a review that nobody cleared, in the party they are in. */
  async anyUncleared(personId: string): Promise<boolean> {
    const rows = await this.tx.rows(
      `select 1 from protection_reviews review
        where review.organization_id = $1 and review.person_id = $2 and review.state <> 'cleared'
          and exists (select 1 from party_members member where member.organization_id = $1 and member.party_id = review.party_id
                         and member.person_id = $2 and member.left_on is null) limit 1`,
      [this.tx.scope.organizationId, personId],
    );
    return rows.length > 0;
  }

  /** A review that nobody else decides until this transaction ends, or null. */
  async lock(id: string): Promise<ReviewRow | null> {
    const [row] = await this.tx.rows<ReviewRow>(
      `select ${REVIEW} from protection_reviews review join parties party on party.organization_id = review.organization_id and party.id = review.party_id
        where review.organization_id = $1 and review.id = $2 for update of review`,
      [this.tx.scope.organizationId, id],
    );
    return row ?? null;
  }

  /** Writes a decision with its sealed note. */
  async decide(id: string, state: Exclude<ProtectionReviewState, 'open'>, noteSealed: Buffer, at: Date): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(
      'update protection_reviews set state = $3, note_sealed = $4, decided_at = $5, decided_by = $6 where organization_id = $1 and id = $2',
      [organizationId, id, state, noteSealed, at, userId],
    );
  }
}
