/** Runs pieces of work one after the other, in the order they were asked for: a picture unpacked takes two hundred megabytes. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs work when everything before it has ended, well or badly. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
