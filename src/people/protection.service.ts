import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';
import { isAdultOn } from './age';
import { PeopleService } from './people.service';
import { PersonsRepository } from './persons.repository';
import { protectionConcerns, type ProtectionConcern } from './protection';
import { ProtectionReviewsRepository } from './protection-reviews.repository';
import type { MemberRow, PartyRow } from './parties.repository';

/** Looks at the minors of a party whenever it is formed or changes, and asks for a review before they get a bed. */
@Injectable()
export class ProtectionService {
  constructor(
    private readonly people: PeopleService,
    private readonly persons: PersonsRepository,
    private readonly reviews: ProtectionReviewsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Raises a review for every minor of the party who has no parent in it on the date. What was decided for this party stands,
   * unless `afresh`: somebody has left, so the answer may be another now.
   */
  async watch(party: PartyRow, members: readonly MemberRow[], on: string, afresh = false): Promise<ProtectionConcern[]> {
    const present = members.filter(({ leftOn }) => leftOn === null);
    const opened = await this.people.openPersons(present.map(({ personId }) => personId));
    const concerns = protectionConcerns(
      present.map(({ personId, relation }) => {
        const person = opened.get(personId);
        return { personId, relation, adult: person ? isAdultOn(person.identity, person.ageBand, on) : null };
      }),
    );
    if (concerns.length === 0) return [];
    const raised = await this.reviews.raise(party.id, concerns, afresh, this.clock.now());
    await this.persons.setProtection(raised.map(({ personId }) => personId), 'required');
    await this.audit.recordMany(
      raised.map(({ id, reason }) => ({ action: 'protection_review.raised' as const, recordType: 'protection_review', recordId: id, siteId: party.siteId, reason })),
    );
    return concerns;
  }
}
