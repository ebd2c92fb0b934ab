import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';

/** Somebody who is in the house on a date; without a bed when they have none (a visit without a night). */
export interface Occupant {
  personId: string;
  partyId: string;
  stayId: string;
  bedId: string | null;
  roomId: string | null;
}

/** Whom to look for. */
export interface InHouse {
  siteId: string;
  /** A date of the site. */
  on: string;
  roomId?: string;
  partyId?: string;
}

/** Who is where tonight, or was on any date before. */
@Injectable()
export class Occupants {
  constructor(private readonly tx: Tx) {}

  /**
   * Who is in the house on a date: arrived, not away for that night, and either sleeping there or not departed yet. The bed is
   * that of the night, or on the day of leaving that of the night before.
   */
  inHouse({ siteId, on, roomId, partyId }: InHouse): Promise<Occupant[]> {
    return this.tx.rows<Occupant>(IN_HOUSE, [this.tx.scope.organizationId, siteId, on, roomId ?? null, partyId ?? null]);
  }
}

export const IN_HOUSE = `
  select stay.person_id as "personId", stay.party_id as "partyId", stay.id as "stayId", period.bed_id as "bedId", bed.room_id as "roomId"
    from stays stay
    left join lateral (
      select p.bed_id, p.use, p.until_on from bed_periods p
       where p.organization_id = $1 and p.stay_id = stay.id and p.superseded_at is null and p.from_on <= $3::date
       order by p.from_on desc limit 1) period on true
    left join beds bed on bed.organization_id = $1 and bed.id = period.bed_id
   where stay.organization_id = $1 and stay.site_id = $2 and stay.arrives_on <= $3::date
     and (stay.state in ('in_house', 'away') or (stay.state = 'departed' and stay.departs_on > $3::date))
     and (period.use is null or period.use = 'in_house' or (period.use = 'away' and period.until_on <= $3::date and stay.state = 'in_house'))
     and not (stay.state = 'away' and (period.use is null or period.until_on <= $3::date))
     and ($4::uuid is null or bed.room_id = $4) and ($5::uuid is null or stay.party_id = $5)
   order by bed.room_id nulls last, stay.party_id, stay.id`;
