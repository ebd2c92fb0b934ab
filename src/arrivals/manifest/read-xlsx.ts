import { Worker } from 'node:worker_threads';
import { fileProblems } from './file-problems';
import { RowCollector } from './row-collector';
import { packStored, unpack, zipEntries } from './zip';

type Cell = string | number | boolean | Date | null;

interface FromThread {
  name: string;
  rows: Cell[][];
}

const MAX_SECONDS = 60;
const cellParts = /^(\[Content_Types\]\.xml|_rels\/.*|xl\/.*\.(xml|rels))$/;

/**
 * Runs in a thread of its own with bounded memory, so that a workbook with a million empty rows or a cell in the last column
 * costs neither the process nor the event loop. Given as text because a thread cannot load TypeScript.
 */
const threadCode = `
const { parentPort, workerData } = require('node:worker_threads');
const library = require(workerData.library);
(library.default ?? library)(Buffer.from(workerData.archive)).then((sheets) => {
  const filled = (sheet) => sheet.data.some((row) => row.some((cell) => cell !== null && cell !== ''));
  const chosen = sheets.find((sheet, n) => !workerData.hidden.includes(n) && filled(sheet)) ?? sheets.find(filled);
  const rows = chosen ? chosen.data : [];
  for (let n = 0; n < rows.length; n += 2000) parentPort.postMessage({ name: chosen.sheet, rows: rows.slice(n, n + 2000) });
  parentPort.postMessage(null);
});`;

/** The rows of the first sheet of a workbook that is visible and not empty. */
export async function readXlsx(bytes: Buffer): Promise<RowCollector & { sheetName: string }> {
  const { archive, hidden } = await trustedArchive(bytes);
  const collector = new RowCollector();
  let sheetName = '';
  await readInThread(archive, hidden, ({ name, rows }) => {
    sheetName = name.slice(0, 100);
    for (const row of rows) collector.add(row.map(cellText));
  });
  return Object.assign(collector, { sheetName });
}

/** Only the parts that carry cells, unpacked and checked by us: the archive as sent could declare one thing and hold another. */
async function trustedArchive(bytes: Buffer): Promise<{ archive: Buffer; hidden: number[] }> {
  const entries = zipEntries(bytes);
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) throw fileProblems.MANIFEST_NOT_A_TABLE();
  const wanted = new Map(entries.filter((entry) => cellParts.test(entry.name)).map((entry) => [entry.name, entry]));
  const files: { name: string; content: Buffer }[] = [];
  for (const entry of wanted.values()) files.push({ name: entry.name, content: await unpack(bytes, entry) });
  const workbook = files.find((file) => file.name === 'xl/workbook.xml')?.content.toString('utf8') ?? '';
  const sheets = workbook.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  return { archive: packStored(files), hidden: sheets.flatMap((sheet, n) => (/state\s*=\s*["'](?:veryH|h)idden/.test(sheet) ? [n] : [])) };
}

function readInThread(archive: Buffer, hidden: number[], take: (part: FromThread) => void): Promise<void> {
  const thread = new Worker(threadCode, {
    eval: true,
    workerData: { archive, hidden, library: require.resolve('read-excel-file/node') },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
    stderr: true,
  });
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(fileProblems.MANIFEST_UNPACKS_TOO_LARGE()), MAX_SECONDS * 1000);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    thread.on('message', (part: FromThread | null) => {
      if (part === null) return settle(resolve);
      try {
        take(part);
      } catch (problem) {
        settle(() => reject(problem));
      }
    });
    thread.on('error', (error: NodeJS.ErrnoException) =>
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? fileProblems.MANIFEST_UNPACKS_TOO_LARGE() : fileProblems.MANIFEST_BROKEN())));
    thread.on('exit', () => settle(() => reject(fileProblems.MANIFEST_BROKEN())));
  }).finally(() => thread.terminate());
}

function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return dateText(cell);
}

/** A number as a person would type it: no exponent, no noise of binary fractions. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : '';
  return Number(value.toPrecision(12)).toString();
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}
