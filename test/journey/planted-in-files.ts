import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The encodings in which a value may lie in a file. */
function spellings(value: string): Buffer[] {
  const forms = new Set([value, value.toLowerCase(), value.toUpperCase(), encodeURIComponent(value), Buffer.from(value).toString('hex'), Buffer.from(value).toString('base64').replace(/=+$/, '')]);
  return [...[...forms].map((form) => Buffer.from(form)), Buffer.from(value, 'utf16le'), Buffer.from(value, 'latin1')];
}

/** Which of the planted values lie in a text or in bytes. */
export function plantedIn(content: Buffer, planted: readonly string[]): string[] {
  return planted.filter((value) => spellings(value).some((form) => content.includes(form)));
}

/** Reads every file below a directory and tells where planted values lie: `file: value`. */
export async function plantedInFiles(directory: string, planted: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const longest = Math.max(...planted.flatMap((value) => spellings(value).map((form) => form.length)));
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    let rest = Buffer.alloc(0);
    for await (const part of createReadStream(file, { highWaterMark: 1 << 22 })) {
      const content = Buffer.concat([rest, part as Buffer]);
      found.push(...plantedIn(content, planted).map((value) => `${file}: ${value}`));
      rest = content.subarray(-longest);
    }
  }
  return [...new Set(found)];
}
