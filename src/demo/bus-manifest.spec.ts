import { parse } from 'csv-parse/sync';
import { generateNetwork } from './generate-network';
import { busManifest } from './bus-manifest';
import { Random } from './random';

const EXPECTED_ON = '2026-03-02';
const [border] = generateNetwork({ scale: 'small', seed: 1, today: EXPECTED_ON }).organizations;
const known = [...(border?.days() ?? [])].flatMap((day) => day.persons).filter(({ ageBand }) => ageBand === 'adult').slice(0, 2);

describe('the manifest of tonight’s bus', () => {
  const text = busManifest(EXPECTED_ON, known, new Random('bus'));
  const rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][];

  it('is the same for the same seed', () => {
    expect(busManifest(EXPECTED_ON, known, new Random('bus'))).toBe(text);
  });

  it('is as untidy as the real ones: a mark in front, a title above, blank lines, an impossible date, the same line twice', () => {
    const lines = rows.slice(3).filter((row) => row.length > 2 && row.some((cell) => cell !== ''));
    const withoutNumber = lines.map((row) => row.slice(1).join('|'));

    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(rows[0]?.[0]).toMatch(/^BUS/);
    expect(lines.length).toBeGreaterThan(24);
    expect(lines.some((row) => row[3] === '31/02/1990')).toBe(true);
    expect(new Set(withoutNumber).size).toBe(withoutNumber.length - 1);
  });

  it('brings people who have been in the house before, misspelt', () => {
    expect(known).toHaveLength(2);
    for (const person of known) expect(text).toContain(person.givenNames.replace(/J/g, 'Y').replace(/ú|u/, 'o').toUpperCase());
  });
});
