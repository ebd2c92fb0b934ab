import type { Random } from './random';

/**
 * Deals values so that their shares of the whole come out as wished: a value is drawn with a probability in proportion to what
 * is left of it, so the shares are met closely while the order stays random.
 */
export class Quota<T> {
  private readonly left: { value: T; amount: number }[];

  constructor(shares: readonly (readonly [T, number])[], total: number) {
    const sum = shares.reduce((all, [, share]) => all + share, 0);
    this.left = shares.map(([value, share]) => ({ value, amount: (share / sum) * total }));
  }

  /** Draws a value for something of the given weight (a party of four weighs four). */
  draw(random: Random, weight: number): T {
    const room = this.left.map((item) => Math.max(0, item.amount >= weight ? item.amount : item.amount - weight + 0.5));
    const all = room.reduce((sum, amount) => sum + amount, 0);
    let point = random.next() * all;
    let chosen = this.fullest();
    for (let at = 0; all > 0 && at < this.left.length; at++) {
      point -= room[at] ?? 0;
      if (point < 0) {
        chosen = this.left[at] ?? chosen;
        break;
      }
    }
    chosen.amount -= weight;
    return chosen.value;
  }

  /** Takes a weight from one value that was given out without a draw. */
  take(value: T, weight: number): void {
    const item = this.left.find((candidate) => candidate.value === value);
    if (item) item.amount -= weight;
  }

  private fullest(): { value: T; amount: number } {
    return this.left.reduce((best, item) => (item.amount > best.amount ? item : best));
  }
}
