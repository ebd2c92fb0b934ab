import { manifestTitles, messyManifest, tidyManifest } from '../../../test/support/manifests';
import { columnsOf } from './fields';
import { findHeader } from './find-header';
import { guessColumns } from './guess-columns';
import { fieldOfHeader } from './header-words';

const today = '2026-03-01';

function guessed(rows: string[][]): (string | null)[] {
  const header = findHeader(rows);
  return guessColumns(header.labels, rows.slice(header.headerRows), today).map((guess) => guess.field);
}

describe('finding the titles', () => {
  it('takes the line with the most titles we know, below what stands above it', () => {
    expect(findHeader([['BUS 7'], [], ...tidyManifest(3)])).toEqual({ headerRows: 3, labels: manifestTitles });
  });

  it('joins titles of two lines, with the merged ones reaching to their right', () => {
    const header = findHeader(messyManifest());

    expect(header.headerRows).toBe(5);
    expect(header.labels.slice(1, 8)).toEqual(['Name Last', 'Name First', 'Date of birth (dd/mm/yyyy)', 'Alien Number', 'Country of citizenship',
      'Sex', 'Family Unit']);
  });

  it('joins titles in two languages', () => {
    const header = findHeader([['Name', 'Date of birth', 'Sex'], ['Nombre', 'Fecha de nacimiento', 'Sexo'], ['Ana Paz', '1990-03-25', 'F']]);

    expect(header.headerRows).toBe(2);
  });

  it('finds none where the first line is a person', () => {
    expect(findHeader([['LISTA DEL DIA'], ['Ana Paz', '25/03/1990', 'F'], ['Luz Gil', '26/03/1990', 'F']])).toEqual({ headerRows: 1, labels: [] });
  });

  it('takes a line of unknown words above values for titles', () => {
    expect(findHeader([['Onomastik', 'Geburtstag'], ['Ana Paz', '25/03/1990'],
      ['Luz Gil', '26/03/1990']])).toEqual({ headerRows: 1, labels: ['Onomastik', 'Geburtstag'] });
  });

  it('survives nothing at all', () => {
    expect(findHeader([])).toEqual({ headerRows: 0, labels: [] });
    expect(findHeader([[], []])).toEqual({ headerRows: 0, labels: [] });
  });
});

describe('guessing the columns', () => {
  it('reads the usual list', () => {
    expect(guessed(tidyManifest(12))).toEqual([null, 'family_names', 'given_names', 'birth_date', 'a_number', 'nationality', 'sex', 'group',
      'language', 'destination', 'phone', 'notes_ignored']);
  });

  it('reads the messy one', () => {
    expect(guessed(messyManifest())).toEqual([null, 'family_names', 'given_names', 'birth_date', 'a_number', 'nationality', 'sex', 'group',
      'language', 'destination', 'phone']);
  });

  it.each([
    ['Spanish', ['Apellidos', 'Nombres', 'Fecha de nacimiento', 'Nacionalidad', 'Sexo', 'Grupo familiar', 'Idioma', 'Destino', 'Teléfono',
      'Observaciones']],
    ['Portuguese', ['Sobrenome', 'Primeiro nome', 'Data de nascimento', 'Nacionalidade', 'Sexo', 'Unidade familiar', 'Língua', 'Cidade de destino',
      'Telefone', 'Observações']],
    ['French', ['Nom', 'Prénoms', 'Date de naissance', 'Nationalité', 'Sexe', 'Famille', 'Langue', 'Ville', 'Téléphone', 'Remarques']],
    ['Haitian Creole', ['Siyati', 'Prenon', 'Dat nesans', 'Peyi', 'Sèks', 'Fanmi', 'Lang', 'Destinasyon', 'Telefòn', 'Remak']],
  ])('knows titles in %s', (_, labels) => {
    const rows = tidyManifest(6).slice(1).map((row) => [row[1], row[2], row[3], row[5], row[6], row[7], row[8], row[9], row[10],
      row[11]].map(String));

    expect(guessed([labels, ...rows])).toEqual(['family_names', 'given_names', 'birth_date', 'nationality', 'sex', 'group', 'language',
      'destination', 'phone', 'notes_ignored']);
  });

  it('reads “Nombre” as the whole name alone, and as given names beside “Apellido”', () => {
    const people = [['Ana Paz', '25/03/1990'], ['Luz Gil', '26/03/1990']];

    expect(guessed([['Nombre', 'Fecha nac.'], ...people])).toEqual(['full_name', 'birth_date']);
    expect(guessed([['Nombre', 'Apellido', 'Edad'], ['Ana', 'Paz', '30']])).toEqual(['given_names', 'family_names', 'age']);
    expect(guessed([['Nombres', 'Primer apellido', 'Segundo apellido'],
      ['Ana', 'Paz', 'Gil']])).toEqual(['given_names', 'family_names', 'second_family_name']);
    expect(guessed([['Nombres', 'Apellido 1', 'Apellido 2'], ['Ana', 'Paz', 'Gil']])).toEqual(['given_names', 'family_names', 'second_family_name']);
  });

  it('guesses from the content where there are no titles', () => {
    const rows = tidyManifest(12).slice(1).map((row) => row.slice(1, 11));

    expect(guessed(rows).slice(1)).toEqual(['given_names', 'birth_date', 'a_number', 'nationality', 'sex', 'group', 'language', null, 'phone']);
  });

  it('tells a release date from a birth date by its years', () => {
    const rows = [['Maria Lopez', '1990-03-25', '2026-02-27'], ['Jose Perez', '1971-08-02', '2026-02-28'],
      ['Ana Garcia', '2001-10-12', '2026-02-28']];

    expect(guessed(rows)).toEqual(['full_name', 'birth_date', 'released_on']);
  });

  it('never takes the telephone of a sponsor, the number of the line or the bus for the guest’s', () => {
    for (const label of ['Sponsor phone', 'Sponsor name', 'Emergency contact number', 'No.', '#', 'Bus number',
      'Seat']) expect(fieldOfHeader(label)).toBeNull();
  });

  it('doubts a title whose column holds something else', () => {
    const [guess] = guessColumns(['DOB'], [['Miami'], ['Boston']], today);

    expect(guess?.confidence).toBeLessThan(0.6);
  });

  it('gives each field to one column, the surest', () => {
    const mapping = guessColumns(['Date of birth', 'DOB', 'City', 'Destination'], [['', '1990-03-25', 'Miami', 'FL']],
      today).flatMap(({ column, field }) => (field ? [{ column, field }] : []));

    expect(columnsOf(mapping).get('birth_date')).toHaveLength(1);
    expect(columnsOf(mapping).get('destination')).toEqual([2, 3]);
  });
});
