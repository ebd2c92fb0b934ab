/**
 * Reproducible chance: the same seed and label give the same numbers on every machine (sfc32, seeded by a string hash).
 * It is for made-up data only and must never choose a key, a token or a password.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(private readonly label: string) {
    this.a = hash(label, 0x9e3779b9);
    this.b = hash(label, 0x243f6a88);
    this.c = hash(label, 0xb7e15162);
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** An independent source for a part of the work, so that a change in one part does not shift the numbers of another. */
  fork(label: string | number): Random {
    return new Random(`${this.label}/${label}`);
  }

  /** 32 random bits. */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    return this.bits() / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One item of a list. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  }

  /** One item, with probability in proportion to its weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = this.next() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    const last = items[items.length - 1];
    if (!last) throw new Error('there is nothing to pick from');
    return last[0];
  }

  /** Puts a list in random order, in place. */
  shuffle<T>(items: T[]): T[] {
    for (let at = items.length - 1; at > 0; at--) {
      const other = Math.floor(this.next() * (at + 1));
      const moved = items[at] as T;
      items[at] = items[other] as T;
      items[other] = moved;
    }
    return items;
  }

  /** A version 7 UUID of a moment, so that ids of history sort by time like those that are given while working. */
  uuid(milliseconds: number): string {
    const time = Math.floor(milliseconds).toString(16).padStart(12, '0');
    const low = hex(this.bits(), 8);
    const high = hex(this.bits(), 8);
    const variant = '89ab'.charAt(this.bits() & 3);
    const tail = `${low.slice(6)}${high}${hex(this.bits() & 0xff, 2)}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${low.slice(0, 3)}-${variant}${low.slice(3, 6)}-${tail}`;
  }
}

function hex(value: number, digits: number): string {
  return (value >>> 0).toString(16).padStart(digits, '0');
}

function hash(text: string, start: number): number {
  let state = start | 0;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  }
  return state ^ (state >>> 16);
}
