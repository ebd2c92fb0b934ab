import fc from 'fast-check';
import { asCsv, asOle, asXlsx, type CsvSaving, manifestTitles, messyManifest, tidyManifest } from '../../../test/support/manifests';
import { Problem } from '../../platform/errors/problem';
import { contentDigest } from './fingerprint';
import { formatOf, readSheet } from './read-sheet';
import { packStored, zipEntries } from './zip';

const accented = [['Nombre', 'País'], ['Íñigo Muñoz', 'Perú'], ['Zoë “Zo” D’Avila', 'Haïti']];

describe('reading a list saved as text', () => {
  const savings: CsvSaving[] = (['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-16le-bare'] as const).flatMap((encoding) =>
    ([',', ';', '\t', '|'] as const).map((delimiter) => ({ encoding, delimiter })));

  it.each(savings)('gives the same rows for %j', async (saving) => {
    const sheet = await readSheet(asCsv(accented, saving));

    expect(sheet.rows).toEqual(accented);
    expect(sheet.delimiter).toBe(saving.delimiter);
    expect(sheet.encoding).toBe(saving.encoding === 'utf-16le-bare' ? 'utf-16le' : saving.encoding);
  });

  it('reads Windows-1252 where the bytes are not UTF-8', async () => {
    const sheet = await readSheet(asCsv([['Nombre', 'País'], ['Íñigo Muñoz', 'Perú']], { encoding: 'windows-1252', delimiter: ';' }));

    expect(sheet).toMatchObject({ encoding: 'windows-1252', rows: [['Nombre', 'País'], ['Íñigo Muñoz', 'Perú']] });
  });

  it('keeps blank lines in the middle, so that row numbers agree with the screen, and drops them at the end', async () => {
    const sheet = await readSheet(Buffer.from('a,b\n\n , \nc\n,,\n\n'));

    expect(sheet.rows).toEqual([['a', 'b'], [], [], ['c']]);
  });

  it.each(['\n', '\r\n', '\r'] as const)('reads lines that end with %j', async (lineEnd) => {
    expect((await readSheet(asCsv(accented, { lineEnd }))).rows).toEqual(accented);
  });

  it('reads quotes with delimiters, line ends and doubled quotes inside', async () => {
    expect((await readSheet(Buffer.from('"a, b","c ""d"""\n"e\nf",g'))).rows).toEqual([['a, b', 'c "d"'], ['e f', 'g']]);
  });

  it('does not lose the rest of the list to a quote that is never closed', async () => {
    const sheet = await readSheet(Buffer.from(`name,city\n"Ana,Miami\n${'Luz,Boston\n'.repeat(3)}`));

    expect(sheet.rows).toHaveLength(5);
    expect(sheet.rows[4]).toEqual(['Luz', 'Boston']);
  });

  it('takes “LAST, FIRST” in a list with tabs for one cell', async () => {
    expect((await readSheet(Buffer.from('PAZ, LUZ\t1990\nDIAZ, ANA\t1991\n'))).rows[0]).toEqual(['PAZ, LUZ', '1990']);
  });

  it('obeys the separator line that Excel writes', async () => {
    expect(await readSheet(Buffer.from('sep=;\r\na;b\r\nc,d;e'))).toMatchObject({ delimiter: ';', rows: [[], ['a', 'b'], ['c,d', 'e']] });
  });

  it('takes invisible characters out and cuts what is longer than a cell can be', async () => {
    const sheet = await readSheet(Buffer.from(`A\u200bna\u202e ,b\u00a0\u00a0c,${'x'.repeat(9_999)}`));

    expect(sheet.rows[0]?.slice(0, 2)).toEqual(['Ana', 'b c']);
    expect(sheet.rows[0]?.[2]).toHaveLength(500);
    expect(sheet.truncated).toBe(true);
  });
});

it('reads back what our own downloads guarded against formulas', async () => {
  const sheet = await readSheet(Buffer.from(`"'+13055550142","'=1+1","O'Brien","'Ana"\n`));

  expect(sheet.rows[0]).toEqual(['+13055550142', '=1+1', "O'Brien", "'Ana"]);
});

describe('reading a workbook', () => {
  it('reads the first sheet that has rows, dates as year-month-day and long numbers in full', async () => {
    const bytes = await asXlsx({ name: 'Cover', rows: [] }, { name: 'Bus', rows: [['Name', 'DOB', 'A#', 'Phone'],
      ['Ana Paz', new Date('1990-03-25T00:00:00Z'), 234567891, 525512345678]] });

    const sheet = await readSheet(bytes);

    expect(sheet).toMatchObject({ format: 'xlsx', encoding: null, sheetName: 'Bus' });
    expect(sheet.rows[1]).toEqual(['Ana Paz', '1990-03-25', '234567891', '525512345678']);
  });

  it('gives empty cells for merged titles and keeps row numbers', async () => {
    const rows = messyManifest();

    const sheet = await readSheet(await asXlsx({ name: 'Sheet1', rows }));

    expect(sheet.rows[8]).toEqual([]);
    expect(sheet.rows[5]?.[1]).toBe('GONZÁLEZ PÉREZ');
  });

  it('knows the same list again in another format, encoding or delimiter', async () => {
    const files = [asCsv(accented), asCsv(accented, { delimiter: '\t', encoding: 'utf-16be' }), await asXlsx({ name: 'x', rows: [...accented, []] })];

    const digests = await Promise.all(files.map(async (file) => contentDigest((await readSheet(file)).rows)));

    expect(new Set(digests).size).toBe(1);
    expect(contentDigest([...accented, ['Otra']])).not.toBe(digests[0]);
  });
});

describe('a file that cannot be read', () => {
  const refusal = (bytes: Buffer) => readSheet(bytes).then(() => 'read', (problem: Problem) => problem.code);

  it.each([
    ['nothing in it', Buffer.alloc(0), 'MANIFEST_EMPTY'],
    ['only blanks in it', Buffer.from('\ufeff \r\n,,,\r\n'), 'MANIFEST_EMPTY'],
    ['a password', asOle('EncryptedPackage'), 'MANIFEST_PASSWORD_PROTECTED'],
    ['the old Excel format', asOle('Workbook'), 'MANIFEST_OLD_EXCEL'],
    ['a letter of an old word processor', asOle('WordDocument'), 'MANIFEST_NOT_A_TABLE'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'MANIFEST_NOT_A_TABLE'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'MANIFEST_NOT_A_TABLE'],
    ['a web page', Buffer.from('<html><table><tr><td>Ana'), 'MANIFEST_NOT_A_TABLE'],
    ['random bytes', Buffer.from(Array.from({ length: 2_000 }, (_, n) => (n * 7_919) % 256)), 'MANIFEST_NOT_A_TABLE'],
    ['a broken archive', Buffer.from('PK\u0003\u0004broken'), 'MANIFEST_BROKEN'],
    ['an archive without a workbook', packStored([{ name: 'word/document.xml', content: Buffer.from('<x/>') }]), 'MANIFEST_NOT_A_TABLE'],
    ['a workbook of rubbish', packStored([{ name: 'xl/workbook.xml', content: Buffer.from('<x') }]), 'MANIFEST_BROKEN'],
  ])('with %s is refused by its own reason', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('is refused when it is cut off', async () => {
    const whole = await asXlsx({ name: 'x', rows: accented });

    expect(await refusal(whole.subarray(0, whole.length - 400))).toBe('MANIFEST_BROKEN');
  });

  it('is refused before it unpacks to more than it may', async () => {
    const bomb = await asXlsx({ name: 'x', rows: accented });
    const at = bomb.lastIndexOf(Buffer.from('PK\u0001\u0002'));
    bomb.writeUInt32LE(2_000_000_000, at + 24);

    expect(await refusal(bomb)).toBe('MANIFEST_UNPACKS_TOO_LARGE');
  });

  it('is refused when a part holds more than the directory declares', async () => {
    const bomb = await asXlsx({ name: 'x', rows: tidyManifest(50) });
    const sheet = zipEntries(bomb).find((entry) => entry.name.includes('worksheets/'));
    for (let at = bomb.indexOf(Buffer.from('PK\u0001\u0002')); at !== -1; at = bomb.indexOf(Buffer.from('PK\u0001\u0002'), at + 1))
      if (bomb.readUInt32LE(at + 42) === sheet?.offset) bomb.writeUInt32LE(100, at + 24);

    expect(await refusal(bomb)).toBe('MANIFEST_BROKEN');
  });

  it('is refused with more than 1,000 parts, 200 columns or 100,000 rows', async () => {
    const parts = packStored(Array.from({ length: 1_001 }, (_, n) => ({ name: `xl/${n}.xml`, content: Buffer.from('x') })));

    expect(await refusal(parts)).toBe('MANIFEST_UNPACKS_TOO_LARGE');
    expect(await refusal(Buffer.from(`${'a,'.repeat(200)}a\n`))).toBe('MANIFEST_TOO_MANY_COLUMNS');
    expect(await refusal(Buffer.from('a,b\n'.repeat(100_100)))).toBe('MANIFEST_TOO_MANY_ROWS');
  });

  it('is told apart by its first bytes, whatever its name', () => {
    expect([formatOf(asCsv(accented)), formatOf(Buffer.from('PK\u0003\u0004'))]).toEqual(['csv', 'xlsx']);
  });

  it.each([
    ['MANIFEST_EMPTY', Buffer.alloc(0)],
    ['MANIFEST_OLD_EXCEL', asOle('Workbook')],
    ['MANIFEST_PASSWORD_PROTECTED', asOle('EncryptedPackage')],
    ['MANIFEST_NOT_A_TABLE', Buffer.from('%PDF-1.7')],
  ])('is refused by its first bytes already: %s', (code, bytes) => {
    expect(() => formatOf(bytes)).toThrow(expect.objectContaining({ code }));
  });
});

it('reads 100,000 rows while other work goes on', async () => {
  const bytes = asCsv(tidyManifest(100_000));
  let turns = 0;
  const other = setInterval(() => (turns += 1), 5);

  const sheet = await readSheet(bytes);
  clearInterval(other);

  expect(sheet.rows).toHaveLength(100_001);
  expect(sheet.rows[0]).toEqual(manifestTitles.slice(0, -1).concat('Notes'));
  expect(turns).toBeGreaterThan(10);
});

it('answers any bytes with rows or with one of our reasons', async () => {
  const starts = fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]);
  const contents = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new Uint8Array(Buffer.from(text))),
    fc.array(fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', 'é', '=',
      ' '), { maxLength: 200 }).map((parts) => new Uint8Array(Buffer.from(parts.join('')))));
  await fc.assert(
    fc.asyncProperty(starts, contents, async (start, content) => {
      const outcome = await readSheet(Buffer.from([...start, ...content])).catch((problem: unknown) => problem);

      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(Problem);
        expect((outcome as Problem).code).toMatch(/^MANIFEST_/);
      }
    }),
    { numRuns: 300 },
  );
});

it('survives any damage to a workbook', async () => {
  const whole = await asXlsx({ name: 'x', rows: tidyManifest(5) });
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
      const damaged = Buffer.from(whole);
      damaged[at] = value;

      const outcome = await readSheet(damaged).catch((problem: unknown) => problem);

      if (outcome instanceof Error) expect((outcome as Problem).code).toMatch(/^MANIFEST_/);
    }),
    { numRuns: 40 },
  );
});
