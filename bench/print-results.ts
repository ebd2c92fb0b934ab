import type { Figures } from './figures';
import type { ExportTiming, ReportTiming } from './heavy';
import type { Measured } from './measure';
import type { SearchQuality } from './search-quality';

/** Everything a run of the bench found out. */
export interface Results {
  scale: string;
  at: string;
  node: string;
  rows: Record<string, number>;
  restMemory: number;
  scenarios: Measured[];
  search: SearchQuality | null;
  report: ReportTiming | null;
  export: ExportTiming | null;
  /** What could not be measured, and why. */
  missing: Record<string, string>;
}

/** The promises, as written in the issue. */
const PROMISED = { throughput: 0.8, p99: 3, sealed: 1.5, recall: 0.95, copy: 0.8, megabytes: 100, rest: 220 };

/** Prints the tables of a run. */
export function printResults(results: Results, print: (line: string) => void): void {
  print(`\nScale ${results.scale}: ${Object.entries(results.rows).map(([table, count]) => `${count.toLocaleString('en')} ${table}`).join(', ')}`);
  print(`\n${columns(['', 'conn.', 'API p50', 'p99', 'req/s', 'floor p50', 'p99', 'req/s', 'bare p50', 'p99', 'req/s', 'thr./floor', 'p99/floor', 'CPU ms', 'floor', 'SQL', 'peak MB', ''])}`);
  for (const { title, daily, statements, at, bare, memory } of results.scenarios) {
    for (const { connections, api, floor, throughputOfFloor, p99OfFloor } of at) {
      const kept = throughputOfFloor >= PROMISED.throughput && p99OfFloor <= PROMISED.p99;
      const failed = failures(api, floor);
      print(columns([
        connections === 1 ? title : '', String(connections), ms(api.p50), ms(api.p99), rate(api.perSecond), ms(floor.p50), ms(floor.p99), rate(floor.perSecond),
        ...(connections === 1 ? [ms(bare.p50), ms(bare.p99), rate(bare.perSecond)] : ['', '', '']),
        throughputOfFloor.toFixed(2), p99OfFloor.toFixed(2), ms(api.cpu), ms(floor.cpu), connections === 1 ? String(statements) : '', connections === 1 ? '' : megabytes(memory.peak), failed || (daily ? verdict(kept) : ''),
      ]));
    }
  }
  for (const { title, slowest } of results.scenarios) {
    print(`\nBare, ${title}:`);
    for (const { sql, milliseconds } of slowest.slice(0, 4)) print(`  ${ms(milliseconds).padStart(7)} ms  ${sql.slice(0, 150)}`);
  }
  if (results.search) {
    const { at, asked, recallAt20 } = results.search;
    print('');
    for (const { connections, sealed, clear, timeOfClear } of at) {
      print(`Search over sealed names, ${connections} conn.: p50 ${ms(sealed.p50)}, p99 ${ms(sealed.p99)} ms; over clear names p50 ${ms(clear.p50)}, p99 ${ms(clear.p99)} ms; ${timeOfClear.toFixed(2)} × the time  ${verdict(timeOfClear <= PROMISED.sealed)}; processor ${ms(sealed.cpu)} and ${ms(clear.cpu)} ms${failures(sealed, clear)}`);
    }
    print(`Recall@20 of ${asked} misspelt names: ${recallAt20.toFixed(3)}  ${verdict(recallAt20 >= PROMISED.recall)}`);
  }
  if (results.report) {
    const { periodFrom, periodTo, seconds, bareSeconds, statements, workerPeak } = results.report;
    print(`Report ${periodFrom} to ${periodTo}: ${seconds.toFixed(2)} s; its ${statements} statements bare ${bareSeconds.toFixed(2)} s; worker peak ${megabytes(workerPeak)} MB`);
  }
  if (results.export) {
    const { rows, bytes, seconds, copySeconds, throughputOfCopy, grewBy } = results.export;
    const kept = throughputOfCopy >= PROMISED.copy && grewBy <= PROMISED.megabytes * 2 ** 20;
    print(`Export of ${rows.toLocaleString('en')} ledger rows (${megabytes(bytes)} MB): ${seconds.toFixed(2)} s, COPY ${copySeconds.toFixed(2)} s, ${throughputOfCopy.toFixed(2)} × COPY, grew by ${megabytes(grewBy)} MB  ${verdict(kept)}`);
  }
  print(`API process at rest: ${megabytes(results.restMemory)} MB  ${verdict(results.restMemory < PROMISED.rest * 2 ** 20)}`);
  for (const [what, why] of Object.entries(results.missing)) print(`Not measured: ${what} (${why})`);
}

function failures(...figures: Figures[]): string {
  return figures.flatMap((one) => Object.entries(one.failures).map(([status, count]) => ` ${count}×${status}`)).join('');
}

/** Prints how the times of a scale compare with those of another, where both were measured. */
export function printGrowth(large: Results, small: Results, print: (line: string) => void): void {
  print(`\n${large.scale} beside ${small.scale} (${(Number(large.rows.stays) / Number(small.rows.stays)).toFixed(1)} × the stays):`);
  for (const { key, title, at } of large.scenarios) {
    const before = small.scenarios.find((one) => one.key === key)?.at[0]?.api.p50;
    const now = at[0]?.api.p50;
    if (before && now) print(`  ${title}: ${(now / before).toFixed(2)} × the time  ${verdict(now / before <= (key === 'search' ? 1.5 : 1.2))}`);
  }
}

const WIDTHS = [34, 5, 8, 8, 8, 10, 8, 8, 9, 8, 8, 11, 10, 7, 7, 4, 8, 12];

function columns(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[at] ?? 8) : cell.padStart(WIDTHS[at] ?? 8))).join(' ').trimEnd();
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

function rate(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

function verdict(kept: boolean): string {
  return kept ? 'ok' : 'MISSED';
}
