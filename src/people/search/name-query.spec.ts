import { joinWords, readQuery } from './name-query';

const read = (text: string) => {
  const { words, ...rest } = readQuery(text);
  return { words: words.map((word) => word.plain), ...rest };
};

describe('a search text', () => {
  it('is words, and open while nothing follows the last', () => {
    expect(read('Pérez González, Jo')).toEqual({ words: ['perez', 'gonzalez', 'jo'], open: true, years: [], dates: [] });
    expect(read('jose ').open).toBe(false);
  });

  it('has a birth year anywhere', () => {
    expect(read('gonzalez 1987')).toEqual({ words: ['gonzalez'], open: false, years: [1987], dates: [] });
  });

  it('has a birth date, day first or month first', () => {
    expect(read('gonzalez 3/12/1987').dates).toEqual(['1987-12-03', '1987-03-12']);
    expect(read('23.4.1987 gonzalez')).toEqual({ words: ['gonzalez'], open: true, years: [1987], dates: ['1987-04-23'] });
    expect(read('1987-04-05').dates).toEqual(['1987-04-05']);
    expect(read('lopez 1/1/90').dates).toEqual(['1990-01-01', '2090-01-01']);
  });

  it('is cut where it is too long to mean a name', () => {
    expect(readQuery('ana '.repeat(10_000)).words.length).toBe(6);
  });

  it('can be read with two words as one', () => {
    expect(joinWords(readQuery('jose gon zalez'), 1).words.map((word) => word.plain)).toEqual(['jose', 'gonzalez']);
  });
});
