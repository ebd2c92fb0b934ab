const cache = new Map<string, string>();
const plainWords = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** A text reduced to lower-case letters and digits of the Latin alphabet with single spaces, for comparing words. */
export function fold(text: string): string {
  if (plainWords.test(text)) return text.toLowerCase();
  const known = cache.get(text);
  if (known !== undefined) return known;
  const folded = text
    .replaceAll('#', ' number ')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’ʼ`´]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // Manifests repeat the same few thousand words; the bound keeps a hostile file from filling the memory.
  if (cache.size > 5_000) cache.clear();
  if (text.length <= 60) cache.set(text, folded);
  return folded;
}
