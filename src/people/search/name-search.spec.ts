import { makeName, seededRandom } from '../../demo/names/name-generator';
import { misspell } from '../../../test/support/names/misspell';
import { identityOf, NameIndex, testTokenizer } from '../../../test/support/names/name-index';
import { personTokens } from './name-tokens';

const token = testTokenizer('one organization');

describe('the name search', () => {
  const random = seededRandom(2026);
  const people = Array.from({ length: 20_000 }, () => {
    const made = makeName(random);
    return { made, identity: identityOf(made.givenNames, made.familyNames, { birthDate: `${1950 + Math.floor(random() * 70)}-05-17` }) };
  });
  const john = identityOf('John', 'González Pérez', { birthDate: '1987-12-03', birthDateQuality: 'full', otherNames: ['Chito'] });
  const index = new NameIndex([...people.map(({ identity }) => identity), john], token);
  const johnsPlace = people.length;

  it.each([
    'Jhon Gonsales',
    'Pérez González, John',
    'gonzalez perez john',
    'JOHN PEREZ GONZALEZ',
    'Jon Gonzales Peres',
    'jhongonzalez perez',
    'jhn gonzalez perez',
    'gonzalez perez j',
    'john gonz',
    'Gonsalez 3/12/1987',
    'Gonzalez 1987 john',
    'chito gonzalez perez',
    '1987-12-03',
  ])('finds John González Pérez by %s', (text) => {
    expect(index.find(text)).toContain(johnsPlace);
  });

  it('answers while somebody is still typing', () => {
    for (const text of ['mari', 'maria', 'maria g', 'maria go', 'maria gon']) expect(index.find(text)).toHaveLength(20);
  });

  it('answers nothing to nothing', () => {
    expect(index.find('')).toEqual([]);
    expect(index.find(' ,. 12 ')).toEqual([]);
  });

  it('has at least 95 of 100 misspelt people among the first twenty', () => {
    const asked = Array.from({ length: 2_000 }, () => Math.floor(random() * people.length));
    const found = asked.filter((place) => {
      const person = people[place];
      return person && index.find(misspell(random, person.made).text).includes(place);
    });

    expect(found.length / asked.length).toBeGreaterThanOrEqual(0.95);
  });

  it('keeps a moderate number of tokens for each person', () => {
    const counts = people.slice(0, 2_000).map(({ identity }) => personTokens(identity, token).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(64);
    const longest = identityOf('ab cd ef gh ij kl', 'mn op qr st uv', { otherNames: ['wx yz', 'ba dc', 'fe'], birthDate: '1990-01-01' });
    expect(personTokens(longest, token).length).toBeLessThanOrEqual(64);
    expect(personTokens(identityOf('', ''), token).length).toBeLessThanOrEqual(1);
  });

  it('gives the same name other tokens in another organization', () => {
    const here = personTokens(john, token);
    const there = new Set(personTokens(john, testTokenizer('another organization')));

    expect(here.filter((one) => there.has(one))).toEqual([]);
  });
});
