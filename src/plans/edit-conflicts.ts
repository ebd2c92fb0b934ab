/** The fields of one record, by name; values are comparable as they are. */
export type Fields = Readonly<Record<string, string | null>>;

/**
 * The fields of a save that a colleague changed since the version the writer began with, to something else than the writer sends. A form
 * sends all of its fields, so its writer learns of every change of a colleague; a button sends one and asks only about that.
 */
export function changedUnderneath(base: Fields, theirs: Fields, mine: Partial<Fields>): string[] {
  return Object.keys(mine).filter((field) => mine[field] !== undefined && theirs[field] !== base[field] && mine[field] !== theirs[field]);
}

/** What a save writes that changes nothing underneath: what was sent, and of everything else what is there. */
export function merged<T extends Fields>(theirs: T, mine: Partial<T>): T {
  return { ...theirs, ...sent(mine) };
}

/** The fields in which two records differ. */
export function differing(one: Fields, other: Fields): string[] {
  return Object.keys(other).filter((field) => one[field] !== other[field]);
}

function sent<T extends Fields>(mine: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(mine).filter(([, value]) => value !== undefined)) as Partial<T>;
}
