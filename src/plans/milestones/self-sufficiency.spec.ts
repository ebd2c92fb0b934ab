import { monthOf, sufficiencyOf, type Livelihood } from './self-sufficiency';

const month = (over: Partial<Livelihood> = {}): Livelihood => ({ incomeCents: 200_000, rentCents: 120_000, otherCostsCents: 80_000, cashAssistance: false, ...over });

describe('self-sufficiency of a family', () => {
  it.each([
    ['an income that just covers what they live on', month(), 'self_sufficient'],
    ['an income one cent short', month({ incomeCents: 199_999 }), 'not_self_sufficient'],
    ['a good income beside a cash assistance grant', month({ incomeCents: 900_000, cashAssistance: true }), 'not_self_sufficient'],
    ['no income and no costs, as in a shelter', month({ incomeCents: 0, rentCents: 0, otherCostsCents: 0 }), 'not_self_sufficient'],
    ['an income and no rent yet', month({ rentCents: 0, otherCostsCents: 0 }), 'self_sufficient'],
    ['a month that nobody wrote down', null, 'unknown'],
  ])('with %s', (_, livelihood, expected) => {
    expect(sufficiencyOf(livelihood)).toBe(expected);
  });

  it('belongs to the month of the day', () => {
    expect([monthOf('2026-03-31'), monthOf('2026-03-01')]).toEqual(['2026-03-01', '2026-03-01']);
  });
});
