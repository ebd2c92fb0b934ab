/**
 * One year of a real respite center at the border, counted from its published data (github.com/kendramlyons/guest-analysis-CAWC):
 * the generated year is held to these figures.
 */
export const PUBLISHED_YEAR = {
  guests: 24_162,
  groups: 12_520,
  arrivalDays: 353,
  medianPerDay: 59,
  nearMostPerDay: 159,
  mostPerDay: 326,
  mostNights: 84,
} as const;

/** Nights per guest in percent; what was not published (4 nights and more) follows the published 95.4 % up to six nights. */
export const NIGHTS: readonly (readonly [number, number])[] = [
  [0, 23.6], [1, 46.2], [2, 15.5], [3, 5.4], [4, 2.3], [5, 1.4], [6, 1.0],
  [7, 0.8], [8, 0.6], [9, 0.5], [10, 0.45], [11, 0.35], [12, 0.3], [14, 0.4], [16, 0.25], [19, 0.2],
  [22, 0.2], [27, 0.15], [33, 0.15], [41, 0.1], [52, 0.09], [68, 0.06],
];

/** Nights of a place that people move into for weeks rather than a night (interior sites). */
export const LONG_NIGHTS: readonly (readonly [number, number])[] = [
  [1, 8], [2, 9], [3, 11], [4, 10], [5, 9], [7, 12], [9, 9], [12, 9], [15, 7], [20, 6], [28, 5], [40, 3], [60, 2],
];

/** Nationality and language together, in percent: Spanish 71, Portuguese 19.6, Haitian Creole 4.1, Kichwa 1; 41 countries. */
export const ORIGINS: readonly (readonly [Origin, number])[] = (
  [
    ['VE', 'es', 22.7], ['BR', 'pt', 19.3], ['CU', 'es', 13.6], ['EC', 'es', 10.5], ['CO', 'es', 8.9], ['PE', 'es', 5.3],
    ['NI', 'es', 3.9], ['HT', 'ht', 3.4], ['HN', 'es', 1.95], ['GT', 'es', 1.25], ['DO', 'es', 1.15], ['EC', 'qu', 1.0],
    ['CL', 'es', 0.5], ['BR', 'ht', 0.5], ['SV', 'es', 0.35], ['BR', 'es', 0.3], ['AO', 'pt', 0.3], ['CL', 'ht', 0.2],
    ['MX', 'es', 0.25], ['BO', 'es', 0.15], ['AR', 'es', 0.1], ['CR', 'es', 0.04], ['PA', 'es', 0.04], ['PY', 'es', 0.02],
    ['RU', 'ru', 0.8], ['TR', 'tr', 0.55], ['IN', 'pa', 0.45], ['CN', 'zh', 0.4], ['SN', 'fr', 0.3], ['GE', 'ka', 0.2], ['UZ', 'uz', 0.2],
    ['CM', 'fr', 0.2], ['GH', 'en', 0.2], ['MR', 'ar', 0.15], ['GN', 'fr', 0.15], ['AF', 'fa', 0.15], ['IN', 'hi', 0.1], ['NG', 'en', 0.1],
    ['TG', 'fr', 0.08], ['NP', 'ne', 0.07], ['UA', 'ru', 0.06], ['CD', 'fr', 0.06], ['SY', 'ar', 0.04], ['KG', 'ru', 0.04],
  ] as const
).map(([nationality, language, share]) => [{ nationality, language }, share] as const);

/** Where a party comes from and what it speaks. */
export interface Origin {
  nationality: string;
  language: string;
}

/** Destination states of guests in percent. */
export const DESTINATIONS: readonly (readonly [string, number])[] = [
  ['FL', 27.1], ['MA', 9.7], ['NY', 9.4], ['TX', 8.5], ['NJ', 6.3], ['CA', 5.9], ['GA', 4.6], ['IL', 4.1], ['NC', 3.1], ['PA', 2.7], ['CO', 2.4],
  ['TN', 2.2], ['UT', 1.9], ['VA', 1.7], ['CT', 1.6], ['MD', 1.5], ['WA', 1.2], ['OH', 1.1], ['IN', 1.0], ['SC', 0.9], ['MI', 0.7], ['NV', 0.6],
  ['LA', 0.5], ['MN', 0.5], ['OR', 0.4], ['KY', 0.4],
];

/** Party sizes of 12,520 groups with 24,162 guests (mean 1.93); the plan corrects the rounding. */
export const GROUP_SIZES: readonly (readonly [number, number])[] = [
  [1, 0.523], [2, 0.2], [3, 0.153], [4, 0.079], [5, 0.029], [6, 0.0105], [7, 0.0035], [8, 0.0015], [9, 0.0005],
];
