import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { DayCursor } from './day-cursor';
import type { CensusView } from './headcounts.dto';

/** A count as it lies in the database. */
export interface HeadcountRow {
  id: string;
  nightOf: string;
  takenAt: Date;
  census: number;
  counted: number;
  explanation: string;
  explanationSealed: Buffer | null;
  takenBy: string | null;
}

/** A count to be written. */
export interface NewHeadcount {
  id: string;
  siteId: string;
  nightOf: string;
  takenAt: Date;
  census: number;
  counted: number;
  explanationSealed: Buffer | null;
}

/** Named queries of headcounts and of the census they are compared with. */
@Injectable()
export class HeadcountsRepository {
  constructor(private readonly tx: Tx) {}

  /** How many guests the house has on a night, counted by the same function as every report. */
  async census(siteId: string, nightOf: string): Promise<CensusView> {
    const [row] = await this.tx.rows<Omit<CensusView, 'nightOf'>>(CENSUS, [this.tx.scope.organizationId, siteId, nightOf]);
    return { nightOf, census: row?.census ?? 0, away: row?.away ?? 0, expected: row?.expected ?? 0 };
  }

  /** Counts after a place in the list, the latest night first. */
  list(siteId: string, after: DayCursor | null, limit: number): Promise<HeadcountRow[]> {
    return this.tx.rows<HeadcountRow>(LIST, [this.tx.scope.organizationId, siteId, after?.on ?? null, after?.id ?? null, limit]);
  }

  /** An id for a new count; its explanation is sealed for it. */
  async newId(): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>('select uuidv7() as id');
    if (!row) throw new Error('the database gave no id');
    return row.id;
  }

  /** Writes a count. */
  async insert(count: NewHeadcount): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(INSERT, [organizationId, count.id, count.siteId, count.nightOf, count.takenAt, count.census, count.counted, count.explanationSealed, userId]);
  }
}

export const CENSUS = `
  select coalesce(sum(nights(p.during, daterange($3::date, $3::date + 1))) filter (where p.use = 'in_house'), 0)::int as census,
         coalesce(sum(nights(p.during, daterange($3::date, $3::date + 1))) filter (where p.use = 'away'), 0)::int as away,
         coalesce(sum(nights(p.during, daterange($3::date, $3::date + 1))) filter (where p.use = 'booked'), 0)::int as expected
    from bed_periods p
   where p.organization_id = $1 and p.site_id = $2 and p.until_on > $3::date and p.from_on <= $3::date and p.superseded_at is null`;
const LIST = `
  select h.id, h.night_of::text as "nightOf", h.taken_at as "takenAt", h.census, h.counted, h.explanation, h.explanation_sealed as "explanationSealed", u.full_name as "takenBy"
    from headcounts h left join users u on u.organization_id = h.organization_id and u.id = h.taken_by
   where h.organization_id = $1 and h.site_id = $2 and ($3::date is null or (h.night_of, h.id) < ($3::date, $4::uuid))
   order by h.night_of desc, h.id desc limit $5`;
const INSERT = `
  insert into headcounts (organization_id, id, site_id, night_of, taken_at, census, counted, explanation_sealed, taken_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
