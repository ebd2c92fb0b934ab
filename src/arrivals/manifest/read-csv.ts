import { parse } from 'csv-parse';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { MAX_CELL, RowCollector } from './row-collector';

/** The characters that separate the cells of a line. */
export type Delimiter = ',' | ';' | '\t' | '|';

const delimiters: Delimiter[] = [',', ';', '\t', '|'];

/** The rows of a delimited text: quotes, ragged and blank lines allowed. A quote that is never closed is read as a character. */
export async function readCsv(text: string): Promise<RowCollector & { delimiter: Delimiter }> {
  const declared = /^"?sep=(.)"?\r?\n/i.exec(text);
  const delimiter = delimiters.find((candidate) => candidate === declared?.[1]) ?? guessDelimiter(text);
  const body = declared ? text.slice(declared[0].length - 1) : text;
  const collector = (await collect(body, delimiter, '"')) ?? (await collect(body, delimiter, null)) ?? new RowCollector();
  return Object.assign(collector, { delimiter });
}

/** The delimiter that splits most of the first lines into the same number of cells, the more the better. */
export function guessDelimiter(text: string): Delimiter {
  const lines = unquoted(text.slice(0, 64_000)).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 60);
  // Commas also stand inside cells (“LAST, FIRST”, “Miami, FL”); the others rarely do.
  const scores = delimiters.map((delimiter) => ({ delimiter, score: evenness(lines, delimiter) * (delimiter === ',' ? 1 : 1.01) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function evenness(lines: string[], delimiter: Delimiter): number {
  const times = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...[...times].map(([count, lineCount]) => count * lineCount));
}

function unquoted(text: string): string {
  return text.replace(/"(?:[^"]|""){0,500}"/g, '');
}

async function collect(text: string, delimiter: Delimiter, quote: string | null): Promise<RowCollector | null> {
  const collector = new RowCollector();
  const parser = parse({
    delimiter, quote, escape: quote, relax_column_count: true, relax_quotes: true, skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'], max_record_size: 200 * MAX_CELL,
  });
  let broken: unknown = null;
  parser.on('readable', () => {
    try {
      for (let row = parser.read() as string[] | null; row !== null; row = parser.read() as string[] | null) collector.add(row);
    } catch (problem) {
      broken = problem;
      parser.destroy();
    }
  });
  const ended = new Promise<boolean>((resolve) => {
    parser.on('end', () => resolve(true)).on('error', () => resolve(false)).on('close', () => resolve(false));
  });
  for (let from = 0; from < text.length && !parser.destroyed; from += 65_536) {
    parser.write(text.slice(from, from + 65_536));
    await nextTurn();
  }
  parser.end();
  const complete = await ended;
  if (broken) throw broken;
  return complete ? collector : null;
}
