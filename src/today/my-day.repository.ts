import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import { FAMILIES, MY_CASES, MY_DAY } from './my-day-sql';
import type { MyDayKind, MyDayLabels } from './my-day.dto';

/** One thing that waits, as it lies in the database. */
export interface WaitingRow {
  id: string;
  caseId: string | null;
  caseCode: string | null;
  personId: string | null;
  on: string | null;
  detail: string | null;
  /** The words of a step, sealed under the key of its case. */
  contentSealed: Buffer | null;
  labels: MyDayLabels | null;
  total: number;
}

/** The first participant of a case, and how many people it is about. */
export interface FamilyRow {
  caseId: string;
  personId: string;
  people: number;
}

/** The kinds whose statement compares with today. */
const asksToday: ReadonlySet<MyDayKind> = new Set(['assessments', 'consents']);

/** The statements behind a caseworker's day, one per kind. */
@Injectable()
export class MyDayRepository {
  constructor(private readonly tx: Tx) {}

  /** What of a kind waits for the acting user at a site until a day. */
  waiting(kind: MyDayKind, siteId: string, today: string, until: string, limit: number): Promise<WaitingRow[]> {
    const { organizationId, userId } = this.tx.scope;
    const parameters = [organizationId, userId, siteId, until, limit];
    return this.tx.rows(MY_DAY[kind], asksToday.has(kind) ? [...parameters, today] : parameters);
  }

  /** How many open cases at a site the acting user works on. */
  async cases(siteId: string): Promise<number> {
    const { organizationId, userId } = this.tx.scope;
    const [row] = await this.tx.rows<{ count: number }>(MY_CASES, [organizationId, userId, siteId]);
    return row?.count ?? 0;
  }

  /** Whom cases are about. */
  async families(caseIds: readonly string[]): Promise<Map<string, FamilyRow>> {
    if (caseIds.length === 0) return new Map();
    const rows = await this.tx.rows<FamilyRow>(FAMILIES, [this.tx.scope.organizationId, caseIds]);
    return new Map(rows.map((row) => [row.caseId, row]));
  }
}
