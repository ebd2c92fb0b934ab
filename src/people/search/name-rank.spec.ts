import { identityOf } from '../../../test/support/names/name-index';
import { readQuery } from './name-query';
import { editDistance, GOOD_SCORE, LEAST_SCORE, nameRanker } from './name-rank';

const score = (text: string, given: string, family: string, birthDate: string | null = null, otherNames: string[] = []) =>
  nameRanker(readQuery(text))(identityOf(given, family, { birthDate, otherNames }));

describe('how well a name answers', () => {
  it('counts swapped neighbours as one edit', () => {
    expect(editDistance('jhon', 'john', 3)).toBe(1);
    expect(editDistance('perez', 'perez', 3)).toBe(0);
    expect(editDistance('garcia', 'gracias', 3)).toBe(2);
    expect(editDistance('ana', 'alejandra', 3)).toBe(4);
  });

  it('is full for the same name in any order, up to words that were not asked for', () => {
    expect(score('John González Pérez', 'John', 'González Pérez')).toBe(1);
    expect(score('perez gonzalez, john', 'John', 'González Pérez')).toBe(1);
    expect(score('Jhon Gonsales', 'John', 'González Pérez')).toBeGreaterThan(GOOD_SCORE);
  });

  it('prefers the nearer spelling', () => {
    expect(score('jose martinez', 'José', 'Martínez')).toBeGreaterThan(score('jose martinez', 'Josué', 'Martínez'));
    expect(score('ana diaz', 'Ana', 'Díaz')).toBeGreaterThan(score('ana diaz', 'Ana', 'Díaz Romero'));
    expect(score('ana diaz', 'Luis', 'Romero')).toBeLessThan(LEAST_SCORE);
  });

  it('accepts an unfinished last word, and words written together or apart', () => {
    expect(score('maria gonz', 'María', 'González')).toBeGreaterThan(GOOD_SCORE);
    expect(score('maria gonz ', 'María', 'González')).toBeLessThan(GOOD_SCORE);
    expect(score('mariajose diaz', 'María José', 'Díaz')).toBeGreaterThan(GOOD_SCORE);
    expect(score('gon zalez maria', 'María', 'González')).toBeGreaterThan(GOOD_SCORE);
  });

  it('looks at other names too', () => {
    expect(score('chepe diaz', 'José', 'Díaz', null, ['Chepe'])).toBeGreaterThan(GOOD_SCORE);
  });

  it('weighs the birth date: the day, the year, next to it, unknown, another', () => {
    const born = (date: string | null, text = 'ana diaz 3/12/1987') => score(text, 'Ana', 'Díaz', date);

    expect(born('1987-12-03')).toBe(1);
    expect(born('1987-03-12')).toBe(1);
    const falling = [born('1987-12-03'), born('1987-05-05'), born('1988-12-03'), born('1960-12-03')];
    expect([...falling].sort((a, b) => b - a)).toEqual(falling);
    expect(born('1987-05-05', 'ana diaz 1987')).toBe(1);
    expect(born(null)).toBeGreaterThan(LEAST_SCORE);
  });
});
