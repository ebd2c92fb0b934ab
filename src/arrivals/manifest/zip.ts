import { crc32, inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { fileProblems } from './file-problems';

const inflate = promisify(inflateRaw);
const MAX_ENTRIES = 1_000;
const MAX_UNPACKED = 100 * 1024 * 1024;

/** One file inside a zip archive, as its central directory declares it. */
export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

/** The central directory of an archive; refuses what is encrypted, damaged, or would unpack to an absurd size. */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) throw fileProblems.MANIFEST_UNPACKS_TOO_LARGE();
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw fileProblems.MANIFEST_BROKEN();
    if (bytes.readUInt16LE(at + 8) & 1) throw fileProblems.MANIFEST_PASSWORD_PROTECTED();
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > MAX_UNPACKED) throw fileProblems.MANIFEST_UNPACKS_TOO_LARGE();
  return entries;
}

/** The content of one entry. Never more bytes than the directory declared, whatever the packed data would unpack to. */
export async function unpack(bytes: Buffer, entry: ZipEntry): Promise<Buffer> {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== 0x04034b50) throw fileProblems.MANIFEST_BROKEN();
  const from = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(from, from + entry.packedSize);
  const content = entry.method === 0 ? packed : entry.method === 8 ? await inflated(packed, entry.size) : null;
  if (content?.length !== entry.size || crc32(content) !== entry.crc) throw fileProblems.MANIFEST_BROKEN();
  return content;
}

/** An archive that holds these files unpacked, whose local headers and directory agree, so that any reader sees the same. */
export function packStored(files: { name: string; content: Buffer }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\u0003\u0004'), common, nameBytes, content);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, nameBytes);
    offset += 30 + nameBytes.length + content.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

function endOfDirectory(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === 0x06054b50) return at;
  }
  throw fileProblems.MANIFEST_BROKEN();
}

async function inflated(packed: Buffer, size: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw fileProblems.MANIFEST_BROKEN();
  }
}
