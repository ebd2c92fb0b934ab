/** Gives the parties of an organization their codes (`P-4821`): each once, in no order that would tell how many there are. */
export class PartyCodes {
  private given = 0;
  private readonly lowest: number;

  /** @param expected about how many codes will be asked for; as few digits as hold twice as many. */
  constructor(expected: number) {
    this.lowest = 10 ** Math.max(3, Math.ceil(Math.log10((expected * 2) / 9)));
  }

  /** The next code. */
  next(): string {
    // The stride has no factor in common with 9,000, 90,000 …, so it comes by every number before it comes by one again.
    const number = this.lowest + ((this.given * STRIDE) % (9 * this.lowest));
    this.given += 1;
    return `P-${number}`;
  }
}

const STRIDE = 347_563;
