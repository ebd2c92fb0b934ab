import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { AuditAction } from '../audit/audit-events';
import type { OpenTrip } from './trip-views';
import { TripVault } from './trip-vault';
import { TripsRepository, type TripRow } from './trips.repository';

/** Opens trips with the names of their travellers, and writes down whose names were opened. */
@Injectable()
export class TripOpener {
  constructor(
    private readonly trips: TripsRepository,
    private readonly vault: TripVault,
    private readonly audit: Audit,
  ) {}

  /** Opens trips in the order given: two queries however many there are. */
  async open(organizationId: string, rows: TripRow[]): Promise<OpenTrip[]> {
    const travellers = await this.trips.travellersOf(organizationId, rows.map(({ id }) => id));
    const names = await this.vault.openNames(travellers);
    const secrets = await this.vault.openTrips(rows);
    return rows.map((row) => ({
      row,
      secret: secrets.get(row.id) ?? { destinationCity: '', carrier: '', reference: '', sponsorName: null, sponsorPhone: null },
      travellers: travellers.filter(({ tripId }) => tripId === row.id).map((traveller) => ({ ...traveller, givenNames: '', familyNames: '', ...names.get(traveller.id) })),
    }));
  }

  /** Records that somebody read who travels: one line for each person. */
  recordReading(action: AuditAction, trips: OpenTrip[], fields: readonly string[]): Promise<void> {
    return this.audit.recordMany(
      trips.flatMap(({ row, travellers }) => travellers.map(({ id }) => ({ action, recordType: 'person', recordId: id, siteId: row.siteId, fields }))),
    );
  }
}
