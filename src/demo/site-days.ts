import { addDays, momentAt } from '../platform/clock/clock';

/** The days of a site's history by number: their dates and the moments in them. The last day is today. */
export class SiteDays {
  private readonly dates: string[];
  private readonly noons: number[];

  constructor(
    readonly today: string,
    /** How many days lie before today. */
    readonly before: number,
    readonly timeZone: string,
    readonly now: Date,
  ) {
    this.dates = Array.from({ length: before + 1 }, (_, day) => addDays(today, day - before));
    this.noons = this.dates.map((date) => momentAt(date, '12:00', timeZone).getTime());
  }

  /** The date of a day; days after today are counted on. */
  date(day: number): string {
    return this.dates[day] ?? addDays(this.today, day - this.before);
  }

  /** A moment of a day, in minutes after midnight on an ordinary day. */
  at(day: number, minutes: number): Date {
    const noon = this.noons[day] ?? momentAt(this.date(day), '12:00', this.timeZone).getTime();
    return new Date(noon + (minutes - 720) * 60_000);
  }

  /** The earlier of a moment and now: nothing is recorded in the future. */
  recorded(moment: Date): Date {
    return moment.getTime() < this.now.getTime() ? moment : this.now;
  }

  /** Whether a moment has come. */
  past(moment: Date): boolean {
    return moment.getTime() <= this.now.getTime();
  }
}
