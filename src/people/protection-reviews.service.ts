import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { Sealing } from '../platform/sealing/sealing.service';
import { ageOn } from './age';
import { peopleProblems } from './people.errors';
import { fullName, PeopleService } from './people.service';
import { PersonsRepository } from './persons.repository';
import type { DecideReview, ProtectionReviewView, ReviewPage, ReviewsQuery } from './protection-review.dto';
import { mayBeDecided } from './protection';
import { ProtectionReviewsRepository, type ReviewRow } from './protection-reviews.repository';

/** The place the note of a decision is sealed for. */
export const REVIEW_NOTE_PLACE = 'protection_reviews.note_sealed';

const PAGE = 50;

/** The questions whether minors are safe with whom they came, and the answers that somebody takes responsibility for. */
@Injectable()
export class ProtectionReviews {
  constructor(
    private readonly reviews: ProtectionReviewsRepository,
    private readonly people: PeopleService,
    private readonly persons: PersonsRepository,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The reviews of a site that wait for a decision, the oldest first. */
  async open(actor: Actor, { siteId, after }: ReviewsQuery): Promise<ReviewPage> {
    actor.require('people.read', siteId);
    const found = await this.reviews.openAt(siteId, after ?? null, PAGE + 1);
    const rows = found.slice(0, PAGE);
    const opened = await this.people.openPersons(rows.map(({ personId }) => personId));
    const today = this.clock.today((await this.persons.siteZone(siteId)) ?? 'UTC');
    await this.audit.record({ action: 'person.listed', recordType: 'protection_review', siteId, fields: ['names', 'age'] });
    const items = rows.flatMap((row) => {
      const person = opened.get(row.personId);
      return person ? [{ ...toReviewView(row, null, actor), name: fullName(person.identity), age: ageOn(person.identity, today), partyCode: row.partyCode }] : [];
    });
    return { items, next: found.length > PAGE ? (rows[rows.length - 1]?.id ?? null) : null };
  }

  /** The reviews of persons at sites where the actor may read; notes are opened for those who may decide. */
  async ofPersons(actor: Actor, personIds: readonly string[]): Promise<ProtectionReviewView[]> {
    const rows = (await this.reviews.ofPersons(personIds)).filter(({ siteId }) => actor.can('people.read', siteId));
    const noted = rows.filter((row) => row.noteSealed !== null && actor.can('protection.decide', row.siteId));
    const keys = await this.sealing.subjects([...new Set(noted.map(({ personId }) => personId))]);
    return rows.map((row) => {
      const key = keys.get(row.personId);
      const note = row.noteSealed && key && actor.can('protection.decide', row.siteId) ? key.open<string>(REVIEW_NOTE_PLACE, row.id, row.noteSealed) : null;
      return toReviewView(row, note, actor);
    });
  }

  /** Decides a review; the note is sealed under the minor's key. Who was referred on can be cleared later. */
  async decide(actor: Actor, id: string, { decision, note }: DecideReview): Promise<ProtectionReviewView> {
    const review = await this.reviews.lock(id);
    if (!review) throw common.NOT_FOUND();
    actor.require('protection.decide', review.siteId);
    if (!mayBeDecided(review.state, decision)) throw peopleProblems.REVIEW_DECIDED({ state: review.state });
    const key = (await this.sealing.subjects([review.personId])).get(review.personId);
    if (!key) throw common.NOT_FOUND();
    await this.reviews.decide(id, decision, key.seal(REVIEW_NOTE_PLACE, id, note.trim()), this.clock.now());
    await this.persons.setProtection([review.personId], (await this.reviews.anyUncleared(review.personId)) ? 'required' : 'cleared');
    await this.audit.record({ action: 'protection_review.decided', recordType: 'protection_review', recordId: id, siteId: review.siteId, fields: ['state', 'note'], reason: decision });
    const [view] = (await this.ofPersons(actor, [review.personId])).filter((one) => one.id === id);
    if (!view) throw common.NOT_FOUND();
    return view;
  }
}

function toReviewView(row: ReviewRow, note: string | null, actor: Actor): ProtectionReviewView {
  const { id, personId, partyId, siteId, reason, state, raisedAt, decidedAt } = row;
  return { id, personId, partyId, siteId, reason, state, raisedAt, decidedAt, note, mayDecide: state !== 'cleared' && actor.can('protection.decide', siteId) };
}
