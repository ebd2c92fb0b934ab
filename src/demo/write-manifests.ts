import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import writeExcelFile from 'write-excel-file/node';
import { addDays } from '../platform/clock/clock';
import { busManifest } from './bus-manifest';
import type { DemoNetwork } from './demo.model';
import type { DemoPerson } from './demo-people.model';
import { Random } from './random';

/** Writes the lists of tonight's and tomorrow's bus into a folder, as they come: one as CSV, one as a workbook. Answers their names. */
export async function writeDemoManifests(network: DemoNetwork, today: string, seed: number, folder: string): Promise<string[]> {
  const known = knownGuests(network);
  const random = new Random(`manifests/${seed}`);
  const tomorrow = addDays(today, 1);
  mkdirSync(folder, { recursive: true });
  const tonight = `bus-${today}.csv`;
  writeFileSync(join(folder, tonight), busManifest(today, known.slice(0, 2), random.fork('tonight')));
  const next = `bus-${tomorrow}.xlsx`;
  const rows = parse(busManifest(tomorrow, known.slice(2), random.fork('tomorrow')), { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][];
  await writeExcelFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toFile(join(folder, next));
  return [tonight, next];
}

/** Adults who were in the first house some days ago and have left it: who comes back is to be recognised. */
function knownGuests({ organizations: [border] }: DemoNetwork): DemoPerson[] {
  if (!border) return [];
  const found: DemoPerson[] = [];
  for (const { persons, stays } of border.days()) {
    const left = new Set(stays.filter(({ state }) => state === 'departed').map(({ personId }) => personId));
    found.push(...persons.filter(({ id, ageBand }) => ageBand === 'adult' && left.has(id)).slice(0, 1));
    if (found.length >= 4) break;
  }
  return found;
}
