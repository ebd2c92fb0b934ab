import { inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { refusedFile } from './files.errors';

const inflate = promisify(inflateRaw);
const MOST_ENTRIES = 1_000;
const MOST_UNPACKED = 100 * 1024 * 1024;
/** How many times larger than itself a document may become. A small one may always become a megabyte: text packs well. */
const MOST_TIMES = 10;
const ALWAYS_ALLOWED = 1024 * 1024;

interface Entry {
  name: string;
  method: number;
  packedSize: number;
  offset: number;
}

/**
 * Refuses a Word document that is none, has macros or a password, or unpacks beyond bounds. What the archive declares about its sizes is not
 * believed: every entry is unpacked, up to what is left of the bounds, and thrown away.
 */
export async function checkDocument(bytes: Buffer): Promise<void> {
  const entries = entriesOf(bytes);
  const names = entries.map(({ name }) => name.toLowerCase());
  if (!names.includes('[content_types].xml') || !names.some((name) => name === 'word/document.xml')) throw refusedFile('FILE_KIND_NOT_TAKEN');
  if (names.some((name) => /vbaproject|vbadata|\/activex\//.test(name))) throw refusedFile('FILE_DOCUMENT_HAS_MACROS');
  let left = Math.min(MOST_UNPACKED, Math.max(ALWAYS_ALLOWED, bytes.length * MOST_TIMES));
  for (const entry of entries) {
    const content = await unpacked(bytes, entry, left);
    left -= content.length;
    if (entry.name.toLowerCase() === '[content_types].xml' && /macroEnabled|vbaProject/i.test(content.toString('utf8'))) throw refusedFile('FILE_DOCUMENT_HAS_MACROS');
  }
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw refusedFile('FILE_DOCUMENT_UNPACKS_TOO_LARGE');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw refusedFile('FILE_DOCUMENT_BROKEN');
    if (bytes.readUInt16LE(at + 8) & 1) throw refusedFile('FILE_DOCUMENT_LOCKED');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpacked(bytes: Buffer, entry: Entry, most: number): Promise<Buffer> {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== 0x04034b50) throw refusedFile('FILE_DOCUMENT_BROKEN');
  const from = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  if (from + entry.packedSize > bytes.length) throw refusedFile('FILE_DOCUMENT_BROKEN');
  const packed = bytes.subarray(from, from + entry.packedSize);
  const content = entry.method === 0 ? packed : entry.method === 8 ? await inflated(packed, most) : null;
  if (!content) throw refusedFile('FILE_DOCUMENT_BROKEN');
  if (content.length > most) throw refusedFile('FILE_DOCUMENT_UNPACKS_TOO_LARGE');
  return content;
}

async function inflated(packed: Buffer, most: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw refusedFile((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'FILE_DOCUMENT_UNPACKS_TOO_LARGE' : 'FILE_DOCUMENT_BROKEN');
  }
}

function endOfDirectory(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === 0x06054b50) return at;
  }
  throw refusedFile('FILE_DOCUMENT_BROKEN');
}
