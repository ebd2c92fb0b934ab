import type { ProgramRule } from './program-rule.entity';
import { ruleChange, type DatedRule } from './rule-change';

const row = (id: string, effectiveFrom: string, effectiveTo: string | null, value = 10): ProgramRule =>
  ({ id, key: 'hotel_cap_pct', value, effectiveFrom, effectiveTo, source: 'Notice', note: '' }) as ProgramRule;

const change = (effectiveFrom: string, effectiveTo: string | null = null): DatedRule => ({
  key: 'hotel_cap_pct', value: 20, effectiveFrom, effectiveTo, source: 'Amendment', note: '',
});

const days = (written: readonly DatedRule[]) => written.map(({ value, effectiveFrom, effectiveTo }) => [value, effectiveFrom, effectiveTo]);

describe('the change of a rule', () => {
  it('ends the old rule on the day the new one begins', () => {
    const { supersede, write } = ruleChange([row('a', '2023-10-01', null)], change('2024-10-01'));

    expect(supersede).toEqual(['a']);
    expect(days(write)).toEqual([[10, '2023-10-01', '2024-10-01'], [20, '2024-10-01', null]]);
  });

  it('lets the old rule go on after a change with an end', () => {
    const { write } = ruleChange([row('a', '2023-10-01', null)], change('2024-10-01', '2024-11-01'));

    expect(days(write)).toEqual([[10, '2023-10-01', '2024-10-01'], [20, '2024-10-01', '2024-11-01'], [10, '2024-11-01', null]]);
  });

  it('leaves nothing of a rule that is corrected from its first to its last day', () => {
    expect(days(ruleChange([row('a', '2023-10-01', '2024-10-01')], change('2023-10-01', '2024-10-01')).write)).toEqual([[20, '2023-10-01', '2024-10-01']]);
  });

  it('touches neither the rule that ended that day nor the one that begins later', () => {
    const known = [row('a', '2023-10-01', '2024-10-01'), row('b', '2025-10-01', null)];

    expect(ruleChange(known, change('2024-10-01', '2025-10-01'))).toMatchObject({ supersede: [], write: [{ value: 20 }] });
  });
});
