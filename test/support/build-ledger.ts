import { randomBytes, randomUUID } from 'node:crypto';
import { Tx, type TxScope } from '../../src/platform/database/tx';
import type { World } from './world';

/** A service kind of the spec's catalogue. */
export interface BuiltKind {
  code: string;
  category: string;
  itemType?: string;
  subject?: 'person' | 'headcount' | 'staff' | 'site';
}

/** One service entry; a person, a number of heads, or neither. */
export interface BuiltEntry {
  kind: string;
  servedOn: string;
  siteId?: string;
  personId?: string | null;
  people?: number;
  quantity?: number;
  /** Only for what was written long ago; without it the database says when. */
  recordedAt?: string;
}

/** A stretch of nights of one person. */
export interface BuiltNights {
  personId: string;
  from: string;
  to: string;
  siteId?: string;
  partyId?: string;
  use?: 'booked' | 'in_house' | 'away';
  recordedAt?: string;
}

/** The catalogue that the programs' categories are about. */
export const LEDGER_KINDS: readonly BuiltKind[] = [
  { code: 'breakfast', category: 'meals' },
  { code: 'dinner', category: 'meals' },
  { code: 'ride', category: 'transportation' },
  { code: 'bandage', category: 'medical', itemType: 'first_aid' },
  { code: 'ointment', category: 'medical', itemType: 'first_aid' },
  { code: 'inhaler', category: 'medical', itemType: 'medication' },
  { code: 'soap', category: 'hygiene', itemType: 'soap' },
  { code: 'diapers', category: 'hygiene', itemType: 'diapers' },
  { code: 'coat', category: 'clothing' },
  { code: 'interpreting', category: 'translation' },
  { code: 'street_outreach', category: 'outreach', subject: 'headcount' },
  { code: 'labor', category: 'labor', subject: 'staff' },
  { code: 'works', category: 'renovation', subject: 'site' },
  { code: 'phone_call', category: 'other' },
];

/**
 * Writes ledgers straight into the tables of one organization, as the services do: entries are reversed by other entries,
 * periods are superseded, nothing is edited.
 */
export class LedgerBuilder {
  readonly kinds = new Map<string, string>();
  private readonly beds = new Map<string, string>();
  private readonly tx: Tx;

  constructor(
    private readonly world: Pick<World, 'run' | 'get' | 'home'>,
    private readonly scope: TxScope = world.home.system,
    private readonly siteId: string = world.home.house,
  ) {
    this.tx = world.get(Tx);
  }

  /** Writes the catalogue. */
  catalogue(kinds: readonly BuiltKind[] = LEDGER_KINDS): Promise<void> {
    return this.run(async () => {
      for (const [position, { code, category, itemType, subject }] of kinds.entries()) {
        const [row] = await this.tx.rows<{ id: string }>(
          `insert into service_kinds (organization_id, code, category, item_type, labels, unit, subject, position)
           values ($1, $2, $3, $4, $5, 'each', $6, $7) returning id`,
          [this.own, code, category, itemType ?? null, JSON.stringify({ en: `The ${code}`, es: `El ${code}` }), subject ?? 'person', position],
        );
        this.kinds.set(code, row?.id ?? '');
      }
    });
  }

  /** A site in a time zone. */
  async site(code: string, timeZone: string): Promise<string> {
    const [row] = await this.rows<{ id: string }>("insert into sites (organization_id, name, code, time_zone, kind) values ($1, $2, $3, $4, 'respite') returning id", [
      this.own, `Site ${code}`, code, timeZone,
    ]);
    return row?.id ?? '';
  }

  /** People with release dates (null: not known), without names. */
  people(releases: readonly (string | null)[], aNumberStatus = 'missing'): Promise<string[]> {
    return this.run(async () => {
      const ids = releases.map(() => randomUUID());
      const known = aNumberStatus === 'verified' || aNumberStatus === 'stated';
      await this.tx.write('insert into data_keys (organization_id, id, wrapped_key) select $1, x, $3 from unnest($2::uuid[]) x', [this.own, ids, randomBytes(60)]);
      await this.tx.write(
        `insert into persons (organization_id, id, sealed, released_on, a_number_status, a_number_index)
         select $1, x.id, $4, x.released_on, $5, $6 from unnest($2::uuid[], $3::date[]) as x (id, released_on)`,
        [this.own, ids, releases, randomBytes(60), aNumberStatus, known ? randomBytes(32) : null],
      );
      return ids;
    });
  }

  /** A party at a site. */
  async party(siteId = this.siteId): Promise<string> {
    const [row] = await this.rows<{ id: string }>("insert into parties (organization_id, site_id, code, arrived_on) values ($1, $2, $3, '2023-01-01') returning id", [
      this.own, siteId, randomUUID().slice(0, 8),
    ]);
    return row?.id ?? '';
  }

  /** Entries of one batch; answers their ids. */
  entries(entries: readonly BuiltEntry[]): Promise<string[]> {
    return this.run(async () => {
      const ids: string[] = [];
      for (const entry of entries) {
        const siteId = entry.siteId ?? this.siteId;
        const kindId = this.kinds.get(entry.kind);
        const [batch] = await this.tx.rows<{ id: string }>("insert into service_batches (organization_id, site_id, kind_id, target, served_on) values ($1, $2, $3, 'site', $4) returning id", [
          this.own, siteId, kindId, entry.servedOn,
        ]);
        const [row] = await this.tx.rows<{ id: string }>(
          `insert into service_entries (organization_id, site_id, kind_id, batch_id, person_id, served_on, served_at, quantity, people, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $6::date + interval '12 hours', $7, $8, coalesce($9::timestamptz, clock_timestamp())) returning id`,
          [this.own, siteId, kindId, batch?.id, entry.personId ?? null, entry.servedOn, entry.quantity ?? 1, entry.personId ? 1 : (entry.people ?? 0), entry.recordedAt ?? null],
        );
        ids.push(row?.id ?? '');
      }
      return ids;
    });
  }

  /** Takes entries back. */
  async reverse(ids: readonly string[], recordedAt?: string): Promise<void> {
    await this.write(
      `insert into service_entries (organization_id, site_id, kind_id, batch_id, person_id, party_id, staff_user_id, served_on, served_at, quantity, people, reverses_id, reversal_reason, recorded_at)
       select organization_id, site_id, kind_id, batch_id, person_id, party_id, staff_user_id, served_on, served_at, -quantity, -people, id, 'entry_mistake', coalesce($3::timestamptz, clock_timestamp())
         from service_entries where organization_id = $1 and id = any ($2::uuid[])`,
      [this.own, ids, recordedAt ?? null],
    );
  }

  /** Nights in a bed of their own; answers the period. */
  nights({ personId, from, to, siteId = this.siteId, partyId, use = 'in_house', recordedAt }: BuiltNights): Promise<string> {
    return this.run(async () => {
      const bedId = await this.bed(siteId, personId);
      const party = partyId ?? (await this.party(siteId));
      const [stay] = await this.tx.rows<{ id: string }>(
        "insert into stays (organization_id, site_id, person_id, party_id, state, arrives_on, departs_on) values ($1, $2, $3, $4, 'departed', $5, $6) returning id",
        [this.own, siteId, personId, party, from, to],
      );
      const [row] = await this.tx.rows<{ id: string }>(
        `insert into bed_periods (organization_id, site_id, bed_id, during, use, stay_id, person_id, party_id, recorded_at)
         values ($1, $2, $3, daterange($4, $5), $6, $7, $8, $9, coalesce($10::timestamptz, clock_timestamp())) returning id`,
        [this.own, siteId, bedId, from, to, use, stay?.id, personId, party, recordedAt ?? null],
      );
      return row?.id ?? '';
    });
  }

  /** Lets a period end in the trail; what is true instead is another one. */
  async supersede(periodId: string, supersededAt?: string): Promise<void> {
    await this.write("update bed_periods set superseded_at = coalesce($3::timestamptz, clock_timestamp()), superseded_reason = 'corrected' where organization_id = $1 and id = $2", [
      this.own, periodId, supersededAt ?? null,
    ]);
  }

  /** Learns a release date later. */
  async releasedOn(personId: string, releasedOn: string | null): Promise<void> {
    await this.write('update persons set released_on = $3 where organization_id = $1 and id = $2', [this.own, personId, releasedOn]);
  }

  /** Rows of any statement, as the organization. */
  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.run(() => this.tx.rows<T>(sql, parameters));
  }

  /** Any statement, as the organization. */
  write(sql: string, parameters: unknown[] = []): Promise<number> {
    return this.run(() => this.tx.write(sql, parameters));
  }

  private async bed(siteId: string, personId: string): Promise<string> {
    const known = this.beds.get(`${siteId}|${personId}`);
    if (known) return known;
    const name = randomUUID();
    const [row] = await this.tx.rows<{ id: string }>(
      `with house as (insert into buildings (organization_id, site_id, name) values ($1, $2, $3) returning id),
            room as (insert into rooms (organization_id, site_id, building_id, name, space_kind) select $1, $2, id, $3, 'dorm' from house returning id)
       insert into beds (organization_id, site_id, room_id, label, kind, in_service_from) select $1, $2, id, '1', 'bed', '2020-01-01' from room returning id`,
      [this.own, siteId, name],
    );
    this.beds.set(`${siteId}|${personId}`, row?.id ?? '');
    return row?.id ?? '';
  }

  private get own(): string {
    return this.scope.organizationId;
  }

  private run<T>(work: () => Promise<T>): Promise<T> {
    return this.world.run(this.scope, work);
  }
}
