import { Injectable } from '@nestjs/common';
import { IDENTITY_PLACE, type Identity } from '../people/identity';
import { Sealing } from '../platform/sealing/sealing.service';
import { TRIP_PLACE, type TripSecret } from './trip.entity';

/** A sealed value that a query brought along with the wrapped key of its subject. */
export interface SealedRow {
  id: string;
  sealed: Buffer;
  wrappedKey: Buffer | null;
}

/** How somebody is called. */
export type Names = Pick<Identity, 'givenNames' | 'familyNames'>;

const gone: TripSecret = { destinationCity: '', carrier: '', reference: '', sponsorName: null, sponsorPhone: null };

/** Seals what a trip says about where people go and who waits there, and opens it and the travellers' names for a board. */
@Injectable()
export class TripVault {
  constructor(private readonly sealing: Sealing) {}

  /** Makes the key of a new trip and seals its secret. */
  async create(tripId: string, secret: TripSecret): Promise<Buffer> {
    return (await this.sealing.newSubject(tripId)).seal(TRIP_PLACE, tripId, secret);
  }

  /** Seals the changed secret of a trip under the key it has. */
  async reseal(trip: SealedRow, secret: TripSecret): Promise<Buffer> {
    const key = (await this.keysOf([trip])).get(trip.id);
    if (!key) throw new Error('the key of this trip was destroyed');
    return key.seal(TRIP_PLACE, trip.id, secret);
  }

  /** The secrets of trips by id; those whose key was destroyed are blank. */
  async openTrips(trips: SealedRow[]): Promise<Map<string, TripSecret>> {
    const keys = await this.keysOf(trips);
    return new Map(trips.map(({ id, sealed }) => [id, { ...gone, ...keys.get(id)?.open<TripSecret>(TRIP_PLACE, id, sealed) }]));
  }

  /** The names of persons by id; those who were forgotten have none. */
  async openNames(persons: SealedRow[]): Promise<Map<string, Names>> {
    const keys = await this.keysOf(persons);
    return new Map(
      persons.map(({ id, sealed }) => {
        const identity = keys.get(id)?.openShared<Identity>(IDENTITY_PLACE, id, sealed);
        return [id, { givenNames: identity?.givenNames ?? '', familyNames: identity?.familyNames ?? '' }];
      }),
    );
  }

  private keysOf(rows: SealedRow[]) {
    return this.sealing.unwrap(rows.flatMap(({ id, wrappedKey }) => (wrappedKey ? [{ id, wrappedKey }] : [])));
  }
}
