import fc from 'fast-check';
import { readSheet } from './read-sheet';
import { safeCell, safeLine } from './safe-cell';

it.each(['=1+1', '+13055550142', '-2', '@SUM(A1)', '|x', '%x', '\t=1', '\r=1', ' =1', '\ufeff=1', '\u0000=1'])('guards %j', (text) => {
  expect(safeCell(text)).toBe(`"'${text}"`);
});

it('leaves other cells as they are, quotes doubled', () => {
  expect([safeCell('Ana "Luz" Paz'), safeCell("O'Brien"), safeCell('')]).toEqual(['"Ana ""Luz"" Paz"', '"O\'Brien"', '""']);
});

it('is read back as it was', async () => {
  const cells = fc.array(fc.oneof(fc.stringMatching(/^[=+\-@|%]?[A-Za-z0-9 "',;]{0,20}$/), fc.constantFrom('+13055550142', '-', '=A1')).map((text) => text.trim().replace(/ {2,}/g, ' ').replace(/^'(?=[=+\-@|%])/, '')), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(cells, async (row) => {
      const { rows } = await readSheet(Buffer.from(safeLine(['#', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth']) + safeLine(['1', ...row])));

      expect(rows[1]?.slice(1)).toEqual(row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
    }),
    { numRuns: 200 },
  );
});
