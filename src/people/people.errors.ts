import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** What can be wrong with persons, parties, contact points and protection reviews. */
export const peopleProblems = problems({
  PERSON_IN_ANOTHER_PARTY: [409, 'This person is in another party already. Take them out of that party first, or say that they move.'],
  PARTY_WITHOUT_MEMBERS: [400, 'A party has at least one member.'],
  PARTY_HEAD_TWICE: [409, 'A party has one head. Load the party again and choose who it is.'],
  PERSON_TWICE_IN_PARTY: [400, 'The same person is in this party twice.'],
  NOT_A_MEMBER: [409, 'This person is no longer a member of this party. Load the party again.'],
  LAST_MEMBER: [409, 'This is the last member of the party. Record their departure instead of emptying the party.'],
  CONTACT_POINT_ENDED: [409, 'This number or address is no longer in use. Record a new one.'],
  PARTY_MEMBERS_CHANGED: [409, 'Somebody joined or left this party meanwhile. Load it again and say once more how everybody is related.'],
  PARTY_NEEDS_ONE_HEAD: [400, 'Exactly one member is the head of the party.'],
  REVIEW_DECIDED: [409, 'Somebody has already decided this protection review. Load it again to see how.'],
  NOTHING_TO_REVEAL: [409, 'Nothing is recorded in this field.'],
});

whenBroken('party_members_one_party_at_a_time', () => peopleProblems.PERSON_IN_ANOTHER_PARTY());
whenBroken('party_members_one_head', () => peopleProblems.PARTY_HEAD_TWICE());
