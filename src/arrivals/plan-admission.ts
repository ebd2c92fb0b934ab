import type { RowDecision } from './manifest/row-state';
import type { StagedRow } from './manifest/staged-row';

/** A ready row with what decides how it goes in. */
export interface ReadyRow {
  rowNumber: number;
  /** The fingerprint of its family group; null when the list names none. */
  group: string | null;
  decision: RowDecision | null;
  decidedPersonId: string | null;
  person: StagedRow;
}

/** A party to be formed or joined, with the rows that become its members. */
export interface PlannedParty {
  /** The party that earlier rows of the same group became, or null for a new one. */
  partyId: string | null;
  group: string | null;
  rows: ReadyRow[];
  /** The row whose person is the head of a new party; null when the party has one already. */
  head: number | null;
}

/**
 * Puts ready rows together into parties: rows of one family group travel together, a row without a group travels alone.
 * The head of a new party is whom the list calls so, else the oldest adult, else the first.
 */
export function planAdmission(rows: readonly ReadyRow[], partyOfGroup: ReadonlyMap<string, string>): PlannedParty[] {
  const byGroup = new Map<string, ReadyRow[]>();
  for (const row of rows) {
    const key = row.group ?? `row ${row.rowNumber}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), row]);
  }
  return [...byGroup.values()].map((members) => {
    const group = members[0]?.group ?? null;
    const partyId = group === null ? null : (partyOfGroup.get(group) ?? null);
    return { partyId, group, rows: members, head: partyId === null ? headOf(members).rowNumber : null };
  });
}

function headOf(members: readonly ReadyRow[]): ReadyRow {
  const named = members.find(({ person }) => person.relation === 'head');
  const adults = members.filter(({ person }) => person.isMinor === false).sort((a, b) => (a.person.birthDate ?? '').localeCompare(b.person.birthDate ?? ''));
  return named ?? adults[0] ?? (members.find(({ person }) => person.isMinor === null) ?? (members[0] as ReadyRow));
}
