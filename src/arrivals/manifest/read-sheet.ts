import { decodeText, type TextEncoding } from './decode-text';
import { fileProblems } from './file-problems';
import { type Delimiter, readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

/** The rows of an uploaded list, as text, whatever it was saved as. */
export interface Sheet {
  format: 'csv' | 'xlsx';
  encoding: TextEncoding | null;
  delimiter: Delimiter | null;
  sheetName: string | null;
  rows: string[][];
  /** Whether a cell was longer than we keep. */
  truncated: boolean;
}

/** Reads a file by what it is, not by what it is called. Throws one of `fileProblems` and nothing else. */
export async function readSheet(bytes: Buffer): Promise<Sheet> {
  const kind = kindOf(bytes);
  if (kind === 'zip') {
    const read = await readXlsx(bytes);
    return filled({ format: 'xlsx', encoding: null, delimiter: null, sheetName: read.sheetName, rows: read.finished(), truncated: read.truncated });
  }
  if (kind === 'ole') throw oleProblem(bytes);
  if (kind === 'other') throw fileProblems.MANIFEST_NOT_A_TABLE();
  const { text, encoding } = decodeText(bytes);
  if (/^\s*<(\?xml|!doctype|html|table|head|meta)/i.test(text)) throw fileProblems.MANIFEST_NOT_A_TABLE();
  const read = await readCsv(text);
  return filled({ format: 'csv', encoding, delimiter: read.delimiter, sheetName: null, rows: read.finished(), truncated: read.truncated });
}

/** The format of a file by its first bytes. Throws the same `fileProblems` as reading it would, so that an upload is refused at once. */
export function formatOf(bytes: Buffer): 'csv' | 'xlsx' {
  if (bytes.length === 0) throw fileProblems.MANIFEST_EMPTY();
  const kind = kindOf(bytes);
  if (kind === 'ole') throw oleProblem(bytes);
  if (kind === 'other') throw fileProblems.MANIFEST_NOT_A_TABLE();
  return kind === 'zip' ? 'xlsx' : 'csv';
}

const signatures: [kind: 'zip' | 'ole' | 'other', bytes: number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['other', [0x25, 0x50, 0x44, 0x46]], // PDF
  ['other', [0xff, 0xd8, 0xff]], // JPEG
  ['other', [0x89, 0x50, 0x4e, 0x47]], // PNG
  ['other', [0x7b, 0x5c, 0x72, 0x74]], // RTF
];

function kindOf(bytes: Buffer): 'zip' | 'ole' | 'other' | 'text' {
  return signatures.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? 'text';
}

/** An encrypted workbook is an OLE file with a stream `EncryptedPackage`; an old one has `Workbook` or `Book`. */
function oleProblem(bytes: Buffer): Error {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return fileProblems.MANIFEST_PASSWORD_PROTECTED();
  return has('WordDocument') || has('PowerPoint Document') ? fileProblems.MANIFEST_NOT_A_TABLE() : fileProblems.MANIFEST_OLD_EXCEL();
}

function filled(sheet: Sheet): Sheet {
  if (sheet.rows.length === 0) throw fileProblems.MANIFEST_EMPTY();
  return sheet;
}
