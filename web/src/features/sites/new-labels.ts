/** Labels for new beds: the prefix and the next numbers that no bed of the room has. */
export function newLabels(taken: readonly string[], prefix: string, count: number): string[] {
  const used = new Set(taken);
  const labels: string[] = [];
  for (let number = 1; labels.length < Math.min(count, 100) && number < 1000; number += 1) {
    const label = `${prefix}${String(number).padStart(2, '0')}`;
    if (!used.has(label)) labels.push(label);
  }
  return labels;
}
