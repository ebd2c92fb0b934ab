import { suggestionFor, type KnownFacts } from './suggestions';

const facts = (over: Partial<KnownFacts> = {}): KnownFacts => ({
  today: '2026-06-01', leftShelterOn: null, movedOut: false, earnsLivingSince: null, achieved: new Map(), achievedBefore: new Map(), ...over,
});

describe('what speaks for a milestone', () => {
  it('is a departure into a home of their own', () => {
    expect(suggestionFor('stable_address', facts({ leftShelterOn: '2026-05-01', movedOut: true }))).toEqual({ reason: 'moved_out', on: '2026-05-01' });
    expect(suggestionFor('stable_address', facts({ leftShelterOn: '2026-05-01' }))).toBeNull();
  });

  it('is ninety days without a night in a shelter, from that day on and not a day before', () => {
    const left = '2026-03-03';

    expect(suggestionFor('no_return_90_days', facts({ leftShelterOn: left, today: '2026-05-31' }))).toBeNull();
    expect(suggestionFor('no_return_90_days', facts({ leftShelterOn: left, today: '2026-06-01' }))).toEqual({ reason: 'no_return', on: '2026-06-01' });
    expect(suggestionFor('no_return_180_days', facts({ leftShelterOn: left }))).toBeNull();
    expect(suggestionFor('no_return_90_days', facts())).toBeNull();
  });

  it('is the time since another milestone', () => {
    const achieved = new Map([['own_lease', '2026-03-01'], ['first_job', '2026-05-30']]);

    expect(suggestionFor('housed_90_days', facts({ achieved }))).toEqual({ reason: 'time_after', on: '2026-05-30' });
    expect(suggestionFor('job_90_days', facts({ achieved }))).toBeNull();
  });

  it('is a month whose income carries the family', () => {
    expect(suggestionFor('self_sufficient', facts({ earnsLivingSince: '2026-05-01' }))).toEqual({ reason: 'earns_living', on: '2026-05-01' });
    expect(suggestionFor('self_sufficient', facts())).toBeNull();
  });

  it('is what was achieved in an earlier case', () => {
    expect(suggestionFor('asylum_filed', facts({ achievedBefore: new Map([['asylum_filed', '2025-12-01']]) }))).toEqual({ reason: 'earlier_case', on: '2025-12-01' });
    expect(suggestionFor('asylum_filed', facts())).toBeNull();
  });
});
