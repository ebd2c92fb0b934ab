/** Whether every word that was typed is the start of some word of the texts; accents and case do not matter. */
export function foundIn(typed: string, texts: string[]): boolean {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const known = folded(texts.join(' ')).split(/[\s-]+/);
  const whole = folded(texts.join(' '));
  return words.every((word) => known.some((candidate) => candidate.startsWith(word)) || (/\d/.test(word) && whole.includes(word)));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
