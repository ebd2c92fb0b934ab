import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { Arrival } from './arrival.entity';
import type { ArrivalState } from './arrival.lifecycle';

/** What is written when people are announced. */
export type NewArrival = Pick<Arrival, 'organizationId' | 'siteId' | 'expectedOn' | 'expectedAt' | 'source' | 'carrier' | 'peopleExpected' | 'recordedAt' | 'recordedBy'>;

const COLUMNS = `id, organization_id as "organizationId", site_id as "siteId", expected_on::text as "expectedOn", expected_at as "expectedAt", source, carrier,
  people_expected as "peopleExpected", state, arrived_at as "arrivedAt", recorded_at as "recordedAt", recorded_by as "recordedBy"`;

/** Named queries of the announced arrivals. */
@Injectable()
export class ArrivalsRepository {
  constructor(private readonly tx: Tx) {}

  /** The arrivals announced for a day at a site, in the order they were announced. */
  page(organizationId: string, siteId: string, on: string, after: string | null, limit: number): Promise<Arrival[]> {
    return this.tx.rows(
      `select ${COLUMNS} from arrivals
        where organization_id = $1 and site_id = $2 and expected_on = $3 and ($4::uuid is null or id > $4) order by id limit $5`,
      [organizationId, siteId, on, after, limit],
    );
  }

  /** An arrival, or null. */
  async find(organizationId: string, id: string): Promise<Arrival | null> {
    const [row] = await this.tx.rows<Arrival>(`select ${COLUMNS} from arrivals where organization_id = $1 and id = $2`, [organizationId, id]);
    return row ?? null;
  }

  /** Keeps a new arrival. */
  async insert(arrival: NewArrival): Promise<Arrival> {
    const [row] = await this.tx.rows<Arrival>(
      `insert into arrivals (organization_id, site_id, expected_on, expected_at, source, carrier, people_expected, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
      [
        arrival.organizationId, arrival.siteId, arrival.expectedOn, arrival.expectedAt, arrival.source, arrival.carrier, arrival.peopleExpected,
        arrival.recordedAt, arrival.recordedBy,
      ],
    );
    return row as Arrival;
  }

  /** Says what became of an arrival, if it still stands as it was seen. Null when somebody was faster. */
  async settle(organizationId: string, id: string, from: ArrivalState, to: ArrivalState, arrivedAt: Date | null): Promise<Arrival | null> {
    const [row] = await this.tx.rows<Arrival>(
      `update arrivals set state = $4, arrived_at = $5 where organization_id = $1 and id = $2 and state = $3 returning ${COLUMNS}`,
      [organizationId, id, from, to, arrivedAt],
    );
    return row ?? null;
  }
}
