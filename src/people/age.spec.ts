import { ageBandOn, ageOn, isAdultOn } from './age';
import type { BirthDateQuality } from './identity';

const born = (birthDate: string | null, birthDateQuality: BirthDateQuality = 'full') => ({ birthDate, birthDateQuality });

describe('ages', () => {
  it.each([
    ['turned 18 today', born('2008-03-01'), true],
    ['turns 18 tomorrow', born('2008-03-02'), false],
    ['was born on a leap day and turns 18 with the first of March', born('2008-02-29'), true],
    ['turns 18 some time this year', born('2008-01-01', 'year'), false],
    ['turned 18 last year', born('2007-01-01', 'year'), true],
    ['says 18', born('2008-01-01', 'approximate'), true],
  ])('on the first of March 2026, who %s is of age: %s', (_, birth, expected) => {
    expect(isAdultOn(birth, 'unknown', '2026-03-01')).toBe(expected);
  });

  it('is not of age on the day before the birthday after a leap day', () => {
    expect(isAdultOn(born('2008-02-29'), 'unknown', '2026-02-28')).toBe(false);
  });

  it('believes what was said where there is no birth date, and says when nothing is known', () => {
    expect(isAdultOn(born(null, 'unknown'), 'teen', '2026-03-01')).toBe(false);
    expect(isAdultOn(born(null, 'unknown'), 'older', '2026-03-01')).toBe(true);
    expect(isAdultOn(born(null, 'unknown'), 'unknown', '2026-03-01')).toBeNull();
  });

  it.each([
    ['2024-03-02', 'infant'],
    ['2024-03-01', 'child'],
    ['2013-03-02', 'child'],
    ['2013-03-01', 'teen'],
    ['2008-03-01', 'adult'],
    ['1966-03-02', 'adult'],
    ['1966-03-01', 'older'],
  ])('puts somebody born on %s into the band %s', (birthDate, band) => {
    expect(ageBandOn(born(birthDate), '2026-03-01')).toBe(band);
  });

  it('knows no age without a birth date', () => {
    expect(ageOn(born(null, 'unknown'), '2026-03-01')).toBeNull();
    expect(ageBandOn(born(null, 'unknown'), '2026-03-01', 'child')).toBe('child');
  });
});
