import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { staysPolicy } from './stays.policy';
import { StaysRepository, type StayRow } from './stays.repository';
import type { StayView } from './stays.views.dto';

/** Shows stays to somebody: what is known, and what they may do. */
@Injectable()
export class StayViews {
  constructor(private readonly stays: StaysRepository) {}

  /** Stays as they are now. */
  async ofIds(actor: Actor, ids: readonly string[]): Promise<StayView[]> {
    const rows = await this.stays.withIds(ids);
    return rows.map((row) => toStayView(actor, row));
  }
}

/** A stay as somebody sees it. */
export function toStayView(actor: Actor, row: StayRow): StayView {
  return {
    id: row.id,
    siteId: row.siteId,
    personId: row.personId,
    partyId: row.partyId,
    partyCode: row.partyCode,
    state: row.state,
    arrivesOn: row.arrivesOn,
    departsOn: row.departsOn,
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    departedAt: row.departedAt?.toISOString() ?? null,
    endedReason: row.endedReason,
    version: row.version,
    nights: row.nights.map(({ bedId, bed, roomId, room, from, until, use }) => ({ bedId, bed, roomId, room, from, until, use })),
    can: staysPolicy.offers(actor, row),
  };
}
