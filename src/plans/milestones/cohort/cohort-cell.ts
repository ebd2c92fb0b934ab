/** The days from entry at which a cohort is looked at (programs notes 5.3). */
export const cohortDays = [30, 90, 180, 240, 365] as const;
export type CohortDay = (typeof cohortDays)[number];

/**
 * Where somebody of a cohort stands with a milestone on a day from their entry. Everybody is in exactly one. The first four are the
 * denominator of the day: who was lost to contact stays in it. The last two are outside of it.
 */
export const cohortSets = ['achieved', 'lost_contact', 'declined', 'open', 'not_yet', 'not_applicable'] as const;
export type CohortSet = (typeof cohortSets)[number];

/** How many of a cohort are in each set on a day. */
export type CohortCounts = Readonly<Record<CohortSet, number>>;

/** A cell of the cohort table. What would tell of fewer than eleven people is null, and so is what it could be worked out from. */
export interface CohortCell {
  entered: number | null;
  denominator: number | null;
  achieved: number | null;
  lostContact: number | null;
  declined: number | null;
  open: number | null;
  notYet: number | null;
  notApplicable: number | null;
}

const SMALLEST_SHOWN = 11;

/** Every number of a cell, for those who may open its rows. */
export function exactCell(counts: CohortCounts): CohortCell {
  const { achieved, lost_contact: lostContact, declined, open, not_yet: notYet, not_applicable: notApplicable } = counts;
  const denominator = achieved + lostContact + declined + open;
  return { entered: denominator + notYet + notApplicable, denominator, achieved, lostContact, declined, open, notYet, notApplicable };
}

/**
 * The cells of one milestone over its days for a reader who sees numbers only (practice notes 6.5: no cell of 1–10, and nothing that
 * gives one away). `rest` are the cells of everybody else, when the reader asked for a part: a difference to the whole must not be
 * small either. From one day to the next a small step is hidden too.
 */
export function publishedCells(cells: readonly CohortCounts[], rest: readonly CohortCounts[] | null): CohortCell[] {
  let before: CohortCell | null = null;
  return cells.map((counts, at) => {
    const other = rest?.[at];
    const cell = publishedCell(exactCell(counts), other === undefined ? null : exactCell(other), before);
    if (cell.denominator !== null) before = { ...cell, achieved: cell.achieved ?? before?.achieved ?? null, lostContact: cell.lostContact ?? before?.lostContact ?? null };
    return cell;
  });
}

function publishedCell(cell: CohortCell, rest: CohortCell | null, before: CohortCell | null): CohortCell {
  const isHidden = (part: (from: CohortCell) => number): boolean => isSmall(part(cell)) || (rest !== null && isSmall(part(rest)));
  const isSmallStep = (now: number | null, then: number | null | undefined): boolean => typeof then === 'number' && isSmall(Math.abs(number(now) - then));
  const entered = isHidden((from) => number(from.entered)) ? null : cell.entered;
  const outside = [(from: CohortCell) => number(from.denominator), (from: CohortCell) => number(from.notYet), (from: CohortCell) => number(from.notApplicable)];
  if (entered === null || outside.some(isHidden) || isSmallStep(cell.denominator, before?.denominator)) return { ...NOTHING_SHOWN, entered };
  const shown = { ...NOTHING_SHOWN, entered, denominator: cell.denominator, notYet: cell.notYet, notApplicable: cell.notApplicable };
  const missed = (from: CohortCell): number => number(from.denominator) - number(from.achieved);
  if (isHidden((from) => number(from.achieved)) || isHidden(missed) || isSmallStep(cell.achieved, before?.achieved)) return shown;
  const isLostHidden = isHidden((from) => number(from.lostContact)) || isHidden((from) => missed(from) - number(from.lostContact)) || isSmallStep(cell.lostContact, before?.lostContact);
  return { ...shown, achieved: cell.achieved, lostContact: isLostHidden ? null : cell.lostContact };
}

const NOTHING_SHOWN: CohortCell = { entered: null, denominator: null, achieved: null, lostContact: null, declined: null, open: null, notYet: null, notApplicable: null };

/** Whether a number tells of a few people only. */
export function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_SHOWN;
}

function number(count: number | null): number {
  return count ?? 0;
}
