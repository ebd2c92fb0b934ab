/** Texts by language code. */
type Labels = Record<string, string>;

/** A part into which the people of an indicator fall; everybody is in exactly one. */
export interface IndicatorPart {
  readonly key: string;
  readonly labels: Labels;
}

/** What of an indicator a program's own rows name: reasons, services, milestones, languages. */
export type NamedByData = 'end_reasons' | 'services' | 'milestones' | 'languages';

/**
 * A measure of case management: who is looked at, and into which parts they fall. `rows` gives one row for each of them (and for each
 * group, where there are groups); the figure adds these rows up and the way down to the rows shows them, so that both say the same.
 */
export interface Indicator {
  readonly key: string;
  readonly labels: Labels;
  /** Who is counted, and when somebody is in the numerator. `{days}` is the program's rule. */
  readonly definition: Labels;
  /** Parts in the order in which they are shown; parts that are not named here are named by data. */
  readonly parts: readonly IndicatorPart[];
  readonly partsNamedBy?: NamedByData;
  /** Groups that each have these parts. */
  readonly groups?: readonly IndicatorPart[];
  readonly groupsNamedBy?: NamedByData;
  /** The parts that make the numerator; none for a breakdown. */
  readonly numerator: readonly string[];
  /** The parts that are outside of the denominator, shown beside it. */
  readonly outside: readonly string[];
  /** The rule of the program that says how many days. */
  readonly rule?: string;
  /** The milestone of a cohort that is looked at on days from entry; its rows select from where the cohort stands. */
  readonly milestone?: string;
  /** What `amount` of a row is, where rows have one. */
  readonly amount?: 'days';
  /** Whether the figure opens to its rows. Where a row would tell what is kept for a few by name, it does not. */
  readonly opens: boolean;
  /** Null where Posada keeps nothing yet that could be counted. */
  readonly rows: string | null;
}

/** People in one part. Families are the cases (before there is one: the offers) that they belong to. */
export interface PartCount {
  key: string;
  labels: Labels;
  people: number;
  families: number;
}

/** What an indicator found for one group, or altogether. */
export interface IndicatorCounts {
  numerator: number | null;
  denominator: number;
  families: number;
  parts: PartCount[];
  /** Middle of the amounts, where there are amounts. */
  median: number | null;
}

/** One indicator of a finished report. */
export interface IndicatorResult extends IndicatorCounts {
  key: string;
  labels: Labels;
  definition: Labels;
  isRecorded: boolean;
  opens: boolean;
  amount: 'days' | null;
  groups: (IndicatorCounts & { key: string; labels: Labels })[];
}

/** Names of parts and groups by data, as they were when the report was made. */
export type DataNames = Record<NamedByData, readonly IndicatorPart[]>;
