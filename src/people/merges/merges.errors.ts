import { whenBroken } from '../../platform/errors/constraints';
import { problems } from '../../platform/errors/problem';

/** Why records are not merged, or not taken apart. */
export const mergeProblems = problems({
  MERGE_ONE_RECORD: [400, 'These are not two records. Choose the other one.'],
  MERGE_DONE_ALREADY: [409, 'One of the two is merged into another record already. Open that one, or take the merge back first.'],
  MERGE_WOULD_CHAIN: [409, 'Other records are merged into this one. Merge the other way round, so that this one is kept.'],
  MERGE_BOTH_IN_HOUSE: [409, 'Both are in the house just now. Find out who sleeps where, and record the departure of the one that is wrong. Then merge.'],
  MERGE_UNDONE: [409, 'This merge was taken back already.'],
});

whenBroken('person_merges_once', () => mergeProblems.MERGE_DONE_ALREADY());
whenBroken('person_merges_two_records', () => mergeProblems.MERGE_ONE_RECORD());
