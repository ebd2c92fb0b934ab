import writeXlsx from 'write-excel-file/node';

/**
 * Lists of people as they come by e-mail: made in code, of nobody. Each builder answers the cells; `asCsv` and `asXlsx` make
 * the file.
 */
export const manifestTitles = ['No.', 'Last Name', 'First Name', 'DOB', 'A#', 'Nationality', 'Sex', 'Family Unit', 'Language', 'Destination',
  'Phone', 'Notes'];

/** One line of the usual list, overridden where it matters. */
export function manifestLine(over: Partial<Record<ManifestColumn, string>> = {}): string[] {
  const line: Record<ManifestColumn, string> = {
    number: '1', family: 'Portillo', given: 'Maricela', born: '1990-03-25', aNumber: '234567801', nationality: 'Honduras', sex: 'F',
    group: '1', language: 'Spanish', destination: 'Miami, FL', phone: '(305) 555-0142', notes: '', ...over,
  };
  return [line.number, line.family, line.given, line.born, line.aNumber, line.nationality, line.sex, line.group, line.language, line.destination, line.phone, line.notes];
}

/** The columns of `manifestLine`. */
export type ManifestColumn = 'number' | 'family' | 'given' | 'born' | 'aNumber' | 'nationality' | 'sex' | 'group' | 'language' | 'destination' | 'phone' | 'notes';

const given = ['Maricela', 'Wilmer', 'Yesenia', 'Óscar', 'Dayana', 'João', 'Fabiola', 'Mackenson', 'Ximena', 'Nelson', 'Keren', 'Hugo'];
const family = ['Portillo', 'Zelaya Peña', 'Villatoro', 'Recinos', 'de la Cruz', 'Gonçalves', 'Euceda', 'Saintil', 'Quezada Ibarra', 'Munguía'];

/** A tidy list of so many different people in families of three, with titles; every line can be admitted. */
export function tidyManifest(count: number): string[][] {
  const lines = Array.from({ length: count }, (_, n) =>
    manifestLine({
      number: String(n + 1), given: given[n % given.length], family: `${family[n % family.length]} ${lettersOf(n)}`, group: String(Math.floor(n / 3) + 1),
      born: new Date(Date.UTC(1960, 0, 15) + n * 86_400_000 * (count > 5_000 ? 0.2 : 9)).toISOString().slice(0, 10), aNumber: String(201_000_001 + n * 7), sex: n % 2 ? 'M' : 'F',
      phone: `305555${String(100 + (n % 9_000)).padStart(4, '0')}`,
    }));
  return [manifestTitles, ...lines];
}

function lettersOf(n: number): string {
  const letters = n.toString(26).replace(/./g, (digit) => 'abcdefghijklmnopqrstuvwxyz'.charAt(Number.parseInt(digit, 26)));
  return `Q${letters}`;
}

/** Everything that goes wrong in one list, below two title lines and a merged header. */
export function messyManifest(): string[][] {
  return [
    ['BUS 4 – ARRIVAL LIST'],
    ['Prepared by the operator', '', '', 'confidential'],
    [],
    ['', 'Name', '', 'Date of birth', 'Alien', 'Country', '', 'Family', '', '', 'Contact'],
    ['No.', 'Last', 'First', '(dd/mm/yyyy)', 'Number', 'of citizenship', 'Sex', 'Unit', 'Language', 'Destination', 'Phone'],
    ['1', 'GONZÁLEZ PÉREZ', 'JUAN CARLOS', '25/03/1990', 'A 234-567-891', 'Honduras', 'M', '1', 'Español', 'Miami FL', '305-555-0142'],
    ['2', 'María Elena', 'Rodríguez Flores', '31/12/1992', '234567892', 'hondureña', 'F', '1', 'spanish', 'Miami FL', ''],
    ['3', 'GONZALEZ RODRIGUEZ', 'SOFIA', '01/01/2015', '', 'HND', 'f', '1', 'es', 'Miami FL', ''],
    [],
    ['4', '', 'Suharto', '05/06/1988', '111111111', 'Atlantis', '', '2', 'Klingon', '', '123'],
    ['5', 'Zelaya', 'Wilmer', '31/02/1990', '12345', 'Guatemala', 'M', '3', "K'iche'", 'Boston', ''],
    ['6', 'Euceda', 'Keren2', '14/08/2199', '234567896', 'GTM', 'F', '3', 'Mam', 'Boston', ''],
    ['7', 'González Pérez', 'Juan Carlos', '25/03/1990', '234567891', 'Honduras', 'M', '1', 'Spanish', 'Miami FL', ''],
    ['8', 'Saintil', 'Mackenson', '07/08/1985', '234567898', 'Haïti', 'M', '4', 'Kreyòl ayisyen', 'Orlando', ''],
    ['9', 'Toussaint', 'Widline', '09/10/1986', '234567898', 'Haiti', 'F', '4', 'haitian creole', 'Orlando', ''],
    ['TOTAL: 9'],
  ];
}

/** How a list was saved. */
export interface CsvSaving {
  delimiter?: ',' | ';' | '\t' | '|';
  encoding?: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'utf-16le-bare' | 'windows-1252';
  lineEnd?: '\n' | '\r\n' | '\r';
}

/** The bytes of a list saved as delimited text. */
export function asCsv(rows: string[][], { delimiter = ',', encoding = 'utf-8', lineEnd = '\r\n' }: CsvSaving = {}): Buffer {
  const quoted = (cell: string) => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map((row) => row.map(quoted).join(delimiter)).join(lineEnd) + lineEnd;
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf-16le-bare') return Buffer.from(text, 'utf16le');
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16le' ? wide : wide.swap16();
}

/** A cell of a workbook: text, a number, or a date with its format. */
export type XlsxCell = string | number | Date | null;

/** The bytes of a workbook with these sheets; texts stay text, as in lists typed by hand. */
export function asXlsx(...sheets: { name: string; rows: XlsxCell[][] }[]): Promise<Buffer> {
  const cell = (value: XlsxCell) => (value === '' || value === null ? null : value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value });
  return writeXlsx(sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(cell)) }))).toBuffer();
}

/** What the first bytes of an OLE file with this stream look like: an old workbook (`Workbook`) or an encrypted one (`EncryptedPackage`). */
export function asOle(stream: string): Buffer {
  return Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
}
