import { foundIn } from './text-match';

const party = ['P-4821', 'María José Peña Núñez', 'João Peña'];

describe('finding a party by what is typed', () => {
  it.each(['', 'maria', 'PENA maria', 'nun', 'p-48', 'p 48', '4821', 'joao'])('finds it by "%s"', (typed) => {
    expect(foundIn(typed, party)).toBe(true);
  });

  it.each(['aria', 'maria lopez', '4822', 'p-482 ana'])('does not find it by "%s"', (typed) => {
    expect(foundIn(typed, party)).toBe(false);
  });
});
