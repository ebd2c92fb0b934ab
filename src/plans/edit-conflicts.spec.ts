import { changedUnderneath, differing, merged, type Fields } from './edit-conflicts';

const NAMES = ['statement', 'why', 'strengths', 'status'] as const;

/** Numbers that look random and are the same on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('two who write at once', () => {
  const roll = dice(303_090);
  /** Few different words, so that two writers often write the same. */
  const whole = (): Fields => Object.fromEntries(NAMES.map((name) => [name, `word ${roll(3)}`]));
  const part = (): Partial<Fields> => Object.fromEntries(Object.entries(whole()).filter(() => roll(2)));
  const tries = Array.from({ length: 5_000 }, () => ({ base: whole(), theirs: whole(), mine: part() }));

  it('lose no change of either: each field is asked about, or ends as whoever changed it wanted', () => {
    for (const { base, theirs, mine } of tries) {
      const asked = changedUnderneath(base, theirs, mine);
      const result = merged(theirs, mine);
      for (const name of NAMES.filter((field) => !asked.includes(field))) {
        if (name in mine) expect(result[name]).toBe(mine[name]);
        if (theirs[name] !== base[name]) expect(result[name]).toBe(theirs[name]);
      }
    }
  });

  it('are never asked about a field that they did not send, that nobody else changed, or on which they agree', () => {
    for (const { base, theirs, mine } of tries) {
      for (const name of changedUnderneath(base, theirs, mine)) {
        expect(name in mine).toBe(true);
        expect(theirs[name]).not.toBe(base[name]);
        expect(theirs[name]).not.toBe(mine[name]);
      }
    }
  });

  it('are told of every field of a whole form that a colleague changed to something else', () => {
    for (const { base, theirs } of tries) {
      const mine = whole();
      expect(changedUnderneath(base, theirs, mine)).toEqual(differing(base, theirs).filter((name) => theirs[name] !== mine[name]));
    }
  });

  it('have nothing left to choose after choosing, whatever they chose', () => {
    for (const { base, theirs, mine } of tries) {
      const chosen = { ...mine, ...Object.fromEntries(changedUnderneath(base, theirs, mine).map((name) => [name, roll(2) ? mine[name] : theirs[name]])) };
      expect(changedUnderneath(theirs, theirs, chosen)).toEqual([]);
      expect(merged(theirs, chosen)).toEqual({ ...theirs, ...chosen });
    }
  });

  it('treat a field without a value as not sent', () => {
    expect(changedUnderneath({ why: 'a' }, { why: 'b' }, { why: undefined })).toEqual([]);
    expect(merged<Fields>({ why: 'b' }, { why: undefined })).toEqual({ why: 'b' });
  });
});
