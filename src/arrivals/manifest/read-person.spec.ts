import fc from 'fast-check';
import { readANumber } from './a-number';
import { readAge } from './ages';
import { countryOf } from './countries';
import { manifestFields } from './fields';
import { languageOf } from './languages';
import { displayName } from './names';
import { NamePopulation } from './name-population';
import { readPhone } from './phone';
import { type FileHabits, readPerson } from './read-person';
import { relationOf } from './relations';
import { rowHints, rowProblems } from './row-problems';
import { sexLetters, sexOf } from './sex';
import type { WrittenPerson } from './staged-row';

const habits: FileHabits = { order: 'day_first', today: '2026-03-01', sexLetters: 'm_is_male', population: new NamePopulation() };
const person = (written: WrittenPerson) => readPerson(written, habits);

describe('names', () => {
  it.each([
    ['GONZÁLEZ PÉREZ, JUAN CARLOS', 'Juan Carlos', 'González Pérez'], ['Juan González', 'Juan', 'González'],
      ['Juan González Pérez', 'Juan', 'González Pérez'], ['Juan Carlos Quezada', 'Juan Carlos', 'Quezada'],
    ['María de la Cruz', 'María', 'de la Cruz'], ['Ana María Gil Paz', 'Ana María', 'Gil Paz'], ['juan pérez', 'Juan', 'Pérez'],
      ['JEAN-PIERRE SAINTIL', 'Jean-Pierre', 'Saintil'], ['O’BRIEN, ANA', 'Ana', 'O’Brien'],
  ])('%s is %s | %s', (full, givenNames, familyNames) => {
    expect(person({ full_name: full })).toMatchObject({ givenNames, familyNames, problems: [] });
  });

  it('keeps two surnames from two columns', () => {
    expect(person({ given_names: 'Ana', family_names: 'Paz', second_family_name: 'Gil' })).toMatchObject({ givenNames: 'Ana', familyNames: 'Paz Gil' });
  });

  it('takes one name for what it is', () => {
    expect(person({ full_name: 'Suharto' })).toMatchObject({ givenNames: 'Suharto', familyNames: '', problems: [] });
    expect(person({ given_names: 'FNU', family_names: 'Amin' })).toMatchObject({ givenNames: '', familyNames: 'Amin' });
    expect(person({ given_names: 'FNU', family_names: 'Amin' }).hints).toContain('ONE_NAME');
  });

  it('offers the other order where names look swapped, and applies nothing', () => {
    const swapped = person({ given_names: 'Rodríguez Flores', family_names: 'María Elena' });

    expect(swapped).toMatchObject({ givenNames: 'Rodríguez Flores', suggestedNames: { givenNames: 'María Elena', familyNames: 'Rodríguez Flores' } });
    expect(swapped.hints).toContain('NAMES_MAYBE_SWAPPED');
    expect(person({ full_name: 'RODRIGUEZ FLORES MARIA ELENA' }).suggestedNames).toEqual({ givenNames: 'Maria Elena', familyNames: 'Rodriguez Flores' });
    expect(person({ given_names: 'María Elena', family_names: 'Rodríguez Flores' }).suggestedNames).toBeNull();
  });

  it.each([['Keren2', 'NAME_HAS_DIGITS'], ['=HYPERLINK("x")', 'NAME_HAS_SYMBOLS'], ['a@b.c', 'NAME_HAS_SYMBOLS'], ['', 'NAME_MISSING'],
    ['N/A', 'NAME_MISSING'], ['x'.repeat(101), 'NAME_TOO_LONG'], ['…', 'NAME_HAS_SYMBOLS']])('%s has the problem %s', (given_names, problem) => {
    expect(person({ given_names }).problems[0]).toBe(problem);
  });

  it('leaves mixed writing alone', () => {
    expect(['McDonald', 'MARÍA DE LA PAZ', 'dos santos', "N'GOLO"].map(displayName)).toEqual(['McDonald', 'María de la Paz', 'Dos Santos', "N'Golo"]);
  });
});

describe('A-numbers', () => {
  it.each([['A234567891'], ['A 234-567-891'], ['234 567 891'], ['a#234567891'], ['0234567891'], ['A-234567891']])('%s is one', (text) => {
    expect(readANumber(text)).toEqual({ aNumber: '234567891', problem: null });
  });

  it('puts the zeros back that a spreadsheet dropped', () => {
    expect([readANumber('12345670').aNumber, readANumber('7654320').aNumber]).toEqual(['012345670', '007654320']);
  });

  it.each([
    ['000000000', 'A_NUMBER_PLACEHOLDER'], ['111111111', 'A_NUMBER_PLACEHOLDER'], ['123456789', 'A_NUMBER_PLACEHOLDER'],
      ['12345678', 'A_NUMBER_PLACEHOLDER'], ['9999', 'A_NUMBER_PLACEHOLDER'],
    ['12345', 'A_NUMBER_WRONG_LENGTH'], ['2345678912', 'A_NUMBER_WRONG_LENGTH'], ['PASSPORT', 'A_NUMBER_UNREADABLE'],
      ['23O567891', 'A_NUMBER_UNREADABLE'],
  ])('%s is refused: %s', (text, problem) => {
    expect(readANumber(text)).toEqual({ aNumber: null, problem });
  });

  it('that equal the telephone are refused; none is no problem', () => {
    expect(person({ full_name: 'Ana Paz', a_number: '3055550142', phone: '(305) 555-0142' }).problems).toEqual(['A_NUMBER_PLACEHOLDER']);
    expect(['', 'N/A', 'pending', '-'].map((text) => readANumber(text).problem)).toEqual([null, null, null, null]);
  });
});

describe('what else a row says', () => {
  it.each([['Español', 'es'], ['SPANISH', 'es'], ['spa', 'es'], ['Kreyòl ayisyen', 'ht'], ['Haitian Creole', 'ht'], ['portugués', 'pt'],
    ['K’iche’', 'quc'], ['Mam', 'mam'], ['quichua', 'qu'], ['Spanish / Mam', 'es'], ['Q’anjob’al', 'kjb'], ['pulaar', 'ff'],
    ['Klingon', null]])('language %s → %s', (text, code) => {
    expect(languageOf(text)).toBe(code);
  });

  it.each([['Venezuela', 'VE'], ['venezolana', 'VE'], ['VEN', 'VE'], ['VENEZ', 'VE'], ['Haïti', 'HT'], ['Turquía', 'TR'], ['Costa do Marfim', 'CI'],
    ['Côte d’Ivoire', 'CI'], ['República Dominicana', 'DO'], ['El Salvador', 'SV'], ['hn', 'HN'], ['Brasil', 'BR'],
    ['Atlantis', null]])('nationality %s → %s', (text, code) => {
    expect(countryOf(text)).toBe(code);
  });

  it('reads M by the company it keeps', () => {
    expect([sexLetters(['M', 'F', 'F']), sexLetters(['H', 'M']), sexLetters(['H', 'M', 'F'])]).toEqual(['m_is_male', 'm_is_female', 'unclear']);
    expect([sexOf('M', 'm_is_male'), sexOf('M', 'm_is_female'), sexOf('M', 'unclear'), sexOf('Mujer', 'unclear'), sexOf('X', 'm_is_male'), sexOf('?',
      'm_is_male')]).toEqual(['male', 'female', null, 'female', 'other', null]);
  });

  it('reads telephones of here and of abroad', () => {
    expect(['(305) 555-0142', '+502 5123 4567', '525512345678', '123', '305-555-0142 / 786-555-0100'].map(readPhone)).toEqual(['+13055550142',
      '+50251234567', '+525512345678', null, '+13055550142']);
    expect(person({ full_name: 'Ana Paz', phone: '12' })).toMatchObject({ phone: null, problems: [] });
  });

  it('reads ages and relations', () => {
    expect(['36', '8 months', '2 años', '1.5', '36y', '200', 'old'].map(readAge)).toEqual([36, 0, 2, 1, 36, null, null]);
    expect(['Hija', 'HOH', 'épouse', 'sobrina', 'pilot'].map(relationOf)).toEqual(['child', 'head', 'spouse', 'other_relative', 'unknown']);
  });

  it('marks minors by the day of arrival', () => {
    expect([person({ full_name: 'Ana Paz', birth_date: '2008-03-01' }).isMinor, person({ full_name: 'Ana Paz', birth_date: '2008-03-02' }).isMinor]).toEqual([false, true]);
  });

  it('refuses a release after the arrival, and takes the only reading that is not', () => {
    expect(person({ full_name: 'Ana Paz', released_on: '2026-03-02' }).problems).toEqual(['RELEASE_DATE_IN_FUTURE']);
    expect(readPerson({ full_name: 'Ana Paz', released_on: '02/12/2026' }, { ...habits, order: null }).releasedOn).toBe('2026-02-12');
    expect(person({ full_name: 'Ana Paz', released_on: 'yesterday' }).problems).toEqual(['RELEASE_DATE_UNREADABLE']);
  });
});

const cells = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('', 'A234567891', '31/02/1990', '03/04/1990', 'GONZALEZ, JUAN',
  'María de', 'N/A', 'm', '(305) 555-0142', '7', 'Venezuela', 'creole', 'LNU', ', ', '01/01/90'));
const writtenPeople = fc.record(Object.fromEntries(manifestFields.map((field) => [field, cells])), { requiredKeys: [] }) as fc.Arbitrary<WrittenPerson>;

it('answers anything written with values, problems and hints from the closed lists', () => {
  fc.assert(fc.property(writtenPeople, (written) => {
    const read = person(written);

    for (const problem of read.problems) expect(rowProblems).toHaveProperty(problem);
    for (const hint of read.hints) expect(rowHints).toHaveProperty(hint);
  }));
});

it('reads again what it read as the same person', () => {
  fc.assert(fc.property(writtenPeople, (written) => {
    const once = person(written);

    const again = person({
      given_names: once.givenNames, family_names: once.familyNames, birth_date: once.birthDate ?? '', a_number: once.aNumber ?? '', sex: once.sex ?? '', nationality: once.nationality ?? '',
      language: once.language ?? '', relation: once.relation ?? '', phone: once.phone ?? '', destination: once.destination, group: once.group, released_on: once.releasedOn ?? '',
    });

    expect({ ...again, birthDateQuality: null, hints: [], problems: [], suggestedNames: null }).toEqual({ ...once, birthDateQuality: null, hints: [],
      problems: [], suggestedNames: null });
  }));
});
