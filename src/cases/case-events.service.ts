import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { Sealing } from '../platform/sealing/sealing.service';
import type { CaseEventKind } from './case-event.entity';
import type { Compartment } from './case-compartment-grant.entity';

/** Something that happened to a case, as its history tells it. */
export interface CaseHappening {
  id: string;
  kind: CaseEventKind;
  happenedAt: Date;
  by: string | null;
  about: string | null;
  compartment: Compartment | null;
  reason: string | null;
}

/** What is told beside what happened. */
export interface CaseEventFacts {
  aboutUserId?: string;
  compartment?: Compartment;
  reason?: string | null;
}

/** Keeps what happened to a case: opening, team, seal, compartments, closing. Reasons lie sealed under the key of the case. */
@Injectable()
export class CaseEvents {
  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Writes one thing down. */
  async record(caseId: string, kind: CaseEventKind, { aboutUserId, compartment, reason }: CaseEventFacts = {}): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    const id = randomUUID();
    const sealed = reason ? (await this.sealing.subjects([caseId])).get(caseId)?.seal(REASON_PLACE, id, reason) : null;
    await this.tx.write(INSERT, [organizationId, id, caseId, kind, this.clock.now(), userId, aboutUserId ?? null, compartment ?? null, sealed ?? null]);
  }

  /** The history of a case, the newest first. Whoever calls decides who may read it. */
  async of(caseId: string): Promise<CaseHappening[]> {
    const rows = await this.tx.rows<Omit<CaseHappening, 'reason'> & { reasonSealed: Buffer | null }>(OF_CASE, [this.tx.scope.organizationId, caseId]);
    const key = (await this.sealing.subjects([caseId])).get(caseId);
    return rows.map(({ reasonSealed, ...row }) => ({ ...row, reason: reasonSealed && key ? key.open<string>(REASON_PLACE, row.id, reasonSealed) : null }));
  }
}

const REASON_PLACE = 'case_events.reason_sealed';
const INSERT = `insert into case_events (organization_id, id, case_id, kind, happened_at, by_user_id, about_user_id, about_compartment, reason_sealed)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const OF_CASE = `
  select event.id, event.kind, event.happened_at as "happenedAt", by_user.full_name as by, about.full_name as about, event.about_compartment as compartment, event.reason_sealed as "reasonSealed"
    from case_events event
    left join users by_user on by_user.organization_id = event.organization_id and by_user.id = event.by_user_id
    left join users about on about.organization_id = event.organization_id and about.id = event.about_user_id
   where event.organization_id = $1 and event.case_id = $2
   order by event.happened_at desc, event.id desc limit 200`;
