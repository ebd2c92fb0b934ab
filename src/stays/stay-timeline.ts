import type { GuestUse } from './bed-period.entity';

/** Nights (half open) that a guest has a bed. A stay is a list of them. */
export interface Segment {
  bedId: string;
  from: string;
  until: string;
  use: GuestUse;
}

/** The nights before a date. */
export function before(segments: readonly Segment[], date: string): Segment[] {
  return tidy(segments.map((segment) => (segment.until <= date ? segment : { ...segment, until: date })));
}

/** The nights from a date on. */
export function since(segments: readonly Segment[], date: string): Segment[] {
  return tidy(segments.map((segment) => (segment.from >= date ? segment : { ...segment, from: date })));
}

/** Puts nights in the place of whatever was there; nothing in their place when `segment` is null. */
export function replaced(segments: readonly Segment[], from: string, until: string, segment: Omit<Segment, 'from' | 'until'> | null): Segment[] {
  const piece = segment === null ? [] : [{ ...segment, from, until }];
  return tidy([...before(segments, from), ...piece, ...since(segments, until)]);
}

/** Changes how the nights from a date on are used. */
export function usedSince(segments: readonly Segment[], from: string, use: GuestUse): Segment[] {
  return tidy([...before(segments, from), ...since(segments, from).map((segment) => ({ ...segment, use }))]);
}

/** The guest came on a day: nights before it are given back, days earlier than booked are slept in the first bed. */
export function arrivedOn(segments: readonly Segment[], on: string): Segment[] {
  const [first] = segments;
  const early = first !== undefined && on < first.from ? [{ ...first, from: on, until: first.from }] : [];
  return usedSince(since([...early, ...segments], on), on, 'in_house');
}

/** The guest leaves on another day than was planned: nights are given back, or added from the old day on (in the last bed unless another is named). */
export function departingOn(segments: readonly Segment[], planned: string, on: string, added: { bedId?: string; use: GuestUse } | null): Segment[] {
  const bedId = added?.bedId ?? segments.at(-1)?.bedId;
  if (on <= planned || added === null || bedId === undefined) return before(segments, on);
  return tidy([...segments, { bedId, from: planned, until: on, use: added.use }]);
}

/** In order, nothing empty, and what belongs together in one piece: the fewest rows that say the same nights. */
export function tidy(segments: readonly Segment[]): Segment[] {
  const ordered = segments.filter(({ from, until }) => from < until).sort((one, other) => (one.from < other.from ? -1 : 1));
  const whole: Segment[] = [];
  for (const segment of ordered) {
    const last = whole.at(-1);
    if (last && last.until === segment.from && last.bedId === segment.bedId && last.use === segment.use) whole[whole.length - 1] = { ...last, until: segment.until };
    else whole.push(segment);
  }
  return whole;
}
