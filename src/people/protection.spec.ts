import { protectionConcerns, type ProtectedMember } from './protection';
import type { Relation } from './party-member.entity';

type Age = 'adult' | 'minor' | 'unknown';

/** A party written as `relation:age`; the answer as `place:reason` of those who need a review. */
function concernsOf(party: string): string {
  const members: ProtectedMember[] = party.split(' ').map((member, at) => {
    const [relation, age] = member.split(':') as [Relation, Age];
    return { personId: String(at), relation, adult: age === 'unknown' ? null : age === 'adult' };
  });
  return protectionConcerns(members)
    .map(({ personId, reason }) => `${personId}:${reason === 'minor_alone' ? 'alone' : 'without'}`)
    .join(' ');
}

describe('minors who need a protection review before a bed', () => {
  it.each([
    ['a family', 'head:adult spouse:adult child:minor child:minor', ''],
    ['a mother with her child', 'head:adult child:minor', ''],
    ['a child with the partner of a head who is a minor', 'head:minor partner:adult child:minor', '0:without'],
    ['a minor who is the head, with a parent', 'head:minor parent:adult', ''],
    ['sisters and brothers with their parent', 'head:adult parent:adult sibling:minor', ''],
    ['grown people only', 'head:adult sibling:adult unrelated:unknown', ''],
    ['a minor alone', 'head:minor', '0:alone'],
    ['sisters alone', 'head:minor sibling:minor', '0:alone 1:alone'],
    ['a mother who is a minor with her baby', 'head:minor child:minor', '0:alone 1:alone'],
    ['a minor with a grown brother', 'head:adult sibling:minor', '1:without'],
    ['a minor with an aunt', 'head:minor aunt_uncle:adult', '0:without'],
    ['a nephew', 'head:adult other_relative:minor', '1:without'],
    ['a grandchild, whoever is between', 'head:adult child:adult grandchild:minor', '2:without'],
    ['a married minor', 'head:adult spouse:minor', '1:without'],
    ['a minor nobody belongs to', 'head:adult unrelated:minor', '1:without'],
    ['a minor of unknown relation', 'head:adult unknown:minor', '1:without'],
    ['a parent whose age nobody knows', 'head:unknown child:minor', '1:without'],
    ['a parent who is a minor', 'head:minor parent:minor', '0:alone 1:alone'],
    ['somebody whose age nobody knows', 'head:unknown', ''],
    ['only the child without a parent among many', 'head:adult spouse:adult child:minor cousin:minor', '3:without'],
  ])('%s (%s)', (_, party, expected) => {
    expect(concernsOf(party)).toBe(expected);
  });
});
