/** The days after entry on which a family's self-sufficiency is looked at (ORR Matching Grant; practice notes 2.2). */
export const checkpoints = [120, 180, 240] as const;
export type Checkpoint = (typeof checkpoints)[number];

export const sufficiencies = ['self_sufficient', 'not_self_sufficient', 'unknown'] as const;
export type Sufficiency = (typeof sufficiencies)[number];

/** What a family lived on in a month; money in cents. */
export interface Livelihood {
  /** The income of everybody together, cash assistance left out. */
  incomeCents: number;
  rentCents: number;
  otherCostsCents: number;
  cashAssistance: boolean;
}

/**
 * Whether a family earns what it lives on without a cash assistance grant (45 CFR 400.2). Food stamps, Medicaid and other help in kind do
 * not count against it. A family whose month nobody wrote down is unknown, not poor.
 */
export function sufficiencyOf(month: Livelihood | null): Sufficiency {
  if (month === null) return 'unknown';
  const earnsItsLiving = month.incomeCents > 0 && month.incomeCents >= month.rentCents + month.otherCostsCents;
  return earnsItsLiving && !month.cashAssistance ? 'self_sufficient' : 'not_self_sufficient';
}

/** The first day of the month of a date. */
export function monthOf(date: string): string {
  return `${date.slice(0, 7)}-01`;
}
