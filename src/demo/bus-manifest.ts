import { personsOf } from './identities';
import type { DemoPerson } from './demo-people.model';
import { rolesOf } from './party-shapes';
import { phoneNumber } from './phones';
import { DESTINATIONS, ORIGINS } from './published';
import type { Random } from './random';
import { CITIES } from './vocabulary';

const TITLES = ['No.', 'Apellidos', 'Nombres', 'F. Nac.', 'A#', 'Nationality', 'Sex', 'Fam. Unit', 'Language', 'Destination', 'Phone'];

/**
 * The list a bus brings tonight, as such lists come: day-first dates, shouting capitals, swapped names, missing numbers, a birthday on
 * 1 January, the same line twice, blank lines and a total. A few people on it have been in the house before.
 */
export function busManifest(expectedOn: string, known: readonly DemoPerson[], random: Random): string {
  const by = { arrivedOn: expectedOn, at: new Date(`${expectedOn}T12:00:00Z`), by: '' };
  const lines: string[][] = [];
  for (let unit = 1; lines.length < 24; unit++) {
    const size = random.weighted([[1, 50], [2, 22], [3, 16], [4, 12]] as const);
    const origin = random.weighted(ORIGINS);
    const destination = random.weighted(DESTINATIONS);
    const planned = { day: 0, size, nights: 1, origin, destination };
    const persons = personsOf(planned, rolesOf(size, random), by, random);
    const city = `${random.pick(CITIES[destination] ?? ['Miami'])}, ${destination}`;
    const phone = random.chance(0.6) ? phoneNumber(random).slice(2) : '';
    lines.push(...persons.map((person) => lineOf(person, unit, city, phone)));
  }
  lines.push(...known.map((person, at) => lineOf(misspelt(person), 90 + at, 'Orlando, FL', '')));
  spoil(lines, random);
  const numbered = lines.map((line, at) => [String(at + 1), ...line]);
  numbered.splice(9, 0, TITLES.map(() => ''));
  const rows = [['BUS ARRIVAL LIST / LISTA DE LLEGADA', expectedOn], [], TITLES, ...numbered, [], [`TOTAL: ${lines.length}`]];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function lineOf(person: DemoPerson, unit: number, city: string, phone: string): string[] {
  const [year = '', month = '', day = ''] = person.birthDate.split('-');
  const number = person.aNumber ?? '';
  return [
    person.familyNames.toUpperCase(),
    person.givenNames.toUpperCase(),
    `${Number(day)}/${Number(month)}/${year}`,
    number && `A ${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`,
    person.nationality,
    person.sex === 'female' ? 'F' : 'M',
    String(unit),
    LANGUAGES[person.languageSpoken] ?? person.languageSpoken,
    city,
    phone,
  ];
}

const LANGUAGES: Readonly<Record<string, string>> = {
  es: 'Spanish',
  pt: 'Português',
  ht: 'kreyol',
  qu: 'KICHWA',
  fr: 'French',
  ru: 'Russian',
  en: 'english',
};

/** Heard over the noise of a parking lot: one letter is another, the second family name is missing. */
function misspelt(person: DemoPerson): DemoPerson {
  const [first = ''] = person.familyNames.split(' ');
  return {
    ...person,
    aNumber: null,
    familyNames: first.replace(/z/g, 's').replace(/á/g, 'a'),
    givenNames: person.givenNames.replace(/J/g, 'Y').replace(/ú|u/, 'o'),
  };
}

function spoil(lines: string[][], random: Random): void {
  const at = (index: number): string[] => lines[index] ?? [];
  const swapped = at(3);
  [swapped[0], swapped[1]] = [swapped[1] ?? '', swapped[0] ?? ''];
  at(7)[2] = `1/1/${random.int(1975, 2001)}`;
  at(11)[3] = '12345';
  at(14)[2] = '31/02/1990';
  at(17)[1] = '';
  at(19)[2] = '';
  lines.push([...at(5)]);
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
