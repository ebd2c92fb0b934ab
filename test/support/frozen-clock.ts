import { Clock } from '../../src/platform/clock/clock';

/** A clock that stands still until a spec moves it. */
export class FrozenClock extends Clock {
  private moment = new Date('2026-03-01T18:00:00Z');

  override now(): Date {
    return new Date(this.moment);
  }

  /** Moves the clock to a moment (ISO 8601). */
  set(moment: string): void {
    this.moment = new Date(moment);
  }
}
