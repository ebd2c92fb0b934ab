import { createHash } from 'node:crypto';

/**
 * A digest of what a list says, whatever it was saved as: encoding, delimiter, quotes, blank lines and empty columns at the
 * right do not count. It is only ever kept under the organization's key, because lists of names can be guessed.
 */
export function contentDigest(rows: readonly (readonly string[])[]): string {
  const hash = createHash('sha256');
  for (const row of rows) {
    if (row.every((cell) => cell === '')) continue;
    hash.update(`${row.join('\u001f').replace(/\u001f+$/, '')}\u001e`);
  }
  return hash.digest('hex');
}
