import type { Actor } from '../auth/actor';
import { localTime } from './leaving-time';
import type { DepartureView, TravellerView, TripView } from './trip.dto';
import type { TripSecret } from './trip.entity';
import { isLate, isTicketMissing } from './trip.lifecycle';
import type { Names } from './trip-vault';
import type { TravellerRow, TripRow } from './trips.repository';

/** A trip whose secret and travellers' names have been opened. */
export interface OpenTrip {
  row: TripRow;
  secret: TripSecret;
  travellers: (TravellerRow & Names)[];
}

/** A trip for the departures board. */
export function toDepartureView({ row, secret, travellers }: OpenTrip, actor: Actor, now: Date): DepartureView {
  return {
    id: row.id,
    partyId: row.partyId,
    partyCode: row.partyCode,
    version: row.version,
    state: row.state,
    scope: row.scope,
    mode: row.mode,
    carrier: secret.carrier,
    destinationCity: secret.destinationCity,
    destinationState: row.destinationState,
    leavesAt: row.leavesAt.toISOString(),
    ticket: row.ticket,
    reference: secret.reference,
    ticketMissing: row.state === 'planned' && isTicketMissing(row.mode, row.ticket),
    late: isLate(row, now),
    departedAt: row.departedAt?.toISOString() ?? null,
    travellers: travellers.map(toTravellerView),
    openStays: travellers.filter(({ stayId }) => stayId !== null).length,
    mayRecord: row.state === 'planned' && actor.can('travel.record', row.siteId),
  };
}

/** A trip for those who opened it: with the sponsor. */
export function toTripView(trip: OpenTrip, actor: Actor, now: Date): TripView {
  const { row, secret } = trip;
  return {
    ...toDepartureView(trip, actor, now),
    siteId: row.siteId,
    leavesOn: row.leavesOn,
    leavesTime: localTime(row.leavesAt, row.timeZone),
    sponsorName: secret.sponsorName,
    sponsorPhone: secret.sponsorPhone,
    safeToContactSponsor: row.safeToContactSponsor,
  };
}

function toTravellerView(traveller: TravellerRow & Names): TravellerView {
  return {
    personId: traveller.id,
    givenNames: traveller.givenNames,
    familyNames: traveller.familyNames,
    ageBand: traveller.ageBand,
    languageSpoken: traveller.languageSpoken,
    interpreterNeeded: traveller.interpreterNeeded,
    needs: traveller.needs,
    stayId: traveller.stayId,
  };
}
