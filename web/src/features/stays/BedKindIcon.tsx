import type { BedKind } from './board.api';

const shapes: Record<BedKind, string> = {
  bed: 'M2 13V4M2 10.500h12M14 13V9a2 2 0 0 0-2-2H6.500v3.500',
  lower_bunk: 'M2 14V2M14 14V2M2 5h12M2 12h12M5 10h4',
  upper_bunk: 'M2 14V2M14 14V2M2 5h12M2 12h12M5 3h4',
  cot: 'M2 8h12M4 8v5M12 8v5M2 8l2-2.500',
  crib: 'M2.500 4v10M13.500 4v10M2.500 6h11M2.500 11.500h11M6.200 6v5.500M9.800 6v5.500',
};

/** What somebody lies in, drawn small; the word is beside it for screen readers. */
export function BedKindIcon({ kind, size = 15 }: { kind: BedKind; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" aria-hidden focusable="false">
      <path d={shapes[kind]} />
    </svg>
  );
}
