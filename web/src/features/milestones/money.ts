/** Cents as dollars in the language of the screen. */
export function dollars(cents: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', maximumFractionDigits: cents % 100 === 0 ? 0 : 2 }).format(cents / 100);
}

/** Dollars that were typed as cents; nothing typed is nothing. */
export function centsOf(typed: number | string): number {
  return Math.round(100 * Number(typed || 0));
}

/** A month (2026-03) in the language of the screen. */
export function monthText(month: string, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`));
}
