import { endedEnrollments, enrollmentStates, enrollmentTransitions, follows, isBeforeCaseWork, isEnded, liveEnrollments } from './enrollment.lifecycle';

describe('the states of an enrollment', () => {
  it('lead from an offer to the end by ordinary steps', () => {
    const path = ['referred', 'contacted', 'consented', 'assessed', 'active', 'paused', 'active', 'exited', 'follow_up'] as const;

    expect(path.slice(1).every((to, at) => follows(path[at] as (typeof path)[number], to))).toBe(true);
  });

  it('let everybody stop who has not stopped, and say no as long as they have not agreed', () => {
    expect(liveEnrollments.filter((state) => !follows(state, 'exited'))).toEqual([]);
    expect(enrollmentStates.filter((state) => follows(state, 'declined'))).toEqual(['referred', 'contacted']);
  });

  it('end nothing for good but a no, which a new offer follows', () => {
    expect(enrollmentStates.filter((state) => enrollmentTransitions[state].length === 0)).toEqual(['declined']);
    expect([...liveEnrollments, ...endedEnrollments].sort()).toEqual([...enrollmentStates].sort());
    expect(enrollmentStates.filter(isEnded)).toEqual(['declined', 'exited', 'follow_up']);
  });

  it('are case work from consent on', () => {
    expect(enrollmentStates.flatMap((from) => enrollmentStates.filter((to) => isBeforeCaseWork(from, to)).map((to) => `${from} > ${to}`))).toEqual([
      'referred > contacted', 'referred > consented', 'referred > declined', 'referred > exited', 'contacted > consented', 'contacted > declined', 'contacted > exited',
    ]);
    expect(follows('consented', 'referred')).toBe(false);
  });
});
