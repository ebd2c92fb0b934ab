import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock, localDate } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { PartyTravelRepository } from './party-travel.repository';
import { TravelRules } from './travel-rules';
import { travelProblems } from './travel.errors';
import type { CancelTrip, ChangeTrip, DepartTrip, PlanTrip, TripsView, TripView } from './trip.dto';
import { mayDepartOn } from './trip.lifecycle';
import { TripOpener } from './trip-opener';
import { TripVault } from './trip-vault';
import { toTripView } from './trip-views';
import { TripsRepository, type TripRow } from './trips.repository';

/** What the travel desk does with a trip until it leaves. Members of one party may be on different trips. */
@Injectable()
export class TripsService {
  constructor(
    private readonly trips: TripsRepository,
    private readonly parties: PartyTravelRepository,
    private readonly rules: TravelRules,
    private readonly vault: TripVault,
    private readonly opener: TripOpener,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Plans a trip for members of a party. */
  async plan(actor: Actor, body: PlanTrip): Promise<TripView> {
    actor.require('travel.record', body.siteId);
    const site = await this.parties.site(actor.organizationId, body.siteId);
    const party = await this.parties.partyAt(actor.organizationId, body.partyId, body.siteId);
    if (!site || !party) throw common.NOT_FOUND();
    const leavesAt = this.rules.leaving(body.leavesOn, body.leavesTime, site.timeZone);
    await this.rules.mayTravel(actor.organizationId, party, body.travellerIds, body.leavesOn);
    const secret = this.rules.secret(null, body);
    const id = await this.trips.newId();
    const sealed = await this.vault.create(id, secret);
    await this.trips.insert(actor.organizationId, {
      id, siteId: site.id, partyId: party.id, sealed, destinationState: body.destinationState ?? null, mode: body.mode, scope: body.scope, leavesAt, leavesOn: body.leavesOn,
      ticket: body.ticket, safeToContactSponsor: this.rules.contact(secret, body.safeToContactSponsor), createdBy: actor.userId,
    });
    await this.rules.oneTripAtATime(actor.organizationId, id, body.travellerIds, () => this.trips.addTravellers(actor.organizationId, id, body.travellerIds));
    await this.audit.record({ action: 'trip.created', recordType: 'trip', recordId: id, siteId: site.id, fields: Object.keys(body).sort() });
    return this.shown(actor, id);
  }

  /** Changes a trip that has not left: who goes, when, how, with which ticket, who waits there. */
  async change(actor: Actor, id: string, body: ChangeTrip): Promise<TripView> {
    const trip = await this.lockPlanned(actor, id, body.version);
    const secret = this.rules.secret((await this.vault.openTrips([trip])).get(trip.id) ?? null, body);
    const leaving = this.rules.changedLeaving(trip, body);
    const before = (await this.trips.travellersOf(actor.organizationId, [id])).map((traveller) => traveller.id);
    const after = body.travellerIds ?? before;
    if (body.travellerIds || body.leavesOn !== undefined) {
      await this.rules.mayTravel(actor.organizationId, await this.partyOf(actor, trip), after, leaving.leavesOn);
    }
    await this.trips.removeTravellers(actor.organizationId, id, before.filter((personId) => !after.includes(personId)));
    await this.rules.oneTripAtATime(actor.organizationId, id, after, async () => {
      await this.trips.change(actor.organizationId, {
        id, ...leaving, sealed: await this.vault.reseal(trip, secret), mode: body.mode ?? trip.mode, scope: body.scope ?? trip.scope, ticket: body.ticket ?? trip.ticket,
        destinationState: body.destinationState === undefined ? trip.destinationState : body.destinationState,
        safeToContactSponsor: this.rules.contact(secret, body.safeToContactSponsor ?? (trip.safeToContactSponsor && secret.sponsorPhone !== null)),
      });
      await this.trips.addTravellers(actor.organizationId, id, after.filter((personId) => !before.includes(personId)));
    });
    const fields = Object.keys(body).filter((field) => field !== 'version').sort();
    await this.audit.record({ action: 'trip.changed', recordType: 'trip', recordId: id, siteId: trip.siteId, fields });
    return this.shown(actor, id);
  }

  /** The travellers have left. Whether their beds are free is said of their stays; the answer tells who still has one. */
  async depart(actor: Actor, id: string, body: DepartTrip): Promise<TripView> {
    const trip = await this.lockPlanned(actor, id, body.version);
    const now = this.clock.now();
    if (!mayDepartOn(trip.leavesOn, localDate(now, trip.timeZone))) throw travelProblems.TRIP_NOT_YET({ leavesOn: trip.leavesOn });
    await this.trips.end(actor.organizationId, id, now);
    await this.audit.record({ action: 'trip.departed', recordType: 'trip', recordId: id, siteId: trip.siteId });
    return this.shown(actor, id);
  }

  /** Calls a planned trip off. Its travellers can be put on another one. */
  async cancel(actor: Actor, id: string, body: CancelTrip): Promise<TripView> {
    const trip = await this.lockPlanned(actor, id, body.version);
    await this.trips.end(actor.organizationId, id, null);
    await this.audit.record({ action: 'trip.cancelled', recordType: 'trip', recordId: id, siteId: trip.siteId, reason: body.reason });
    return this.shown(actor, id);
  }

  /** One trip with everything that was written down about it. */
  async get(actor: Actor, id: string): Promise<TripView> {
    const row = await this.trips.find(actor.organizationId, id);
    if (!row) throw common.NOT_FOUND();
    actor.require('travel.read', row.siteId);
    return this.shown(actor, id);
  }

  /** The trips of a party at the sites where the actor may read travel. */
  async ofParty(actor: Actor, partyId: string): Promise<TripsView> {
    const sites = (await this.parties.sitesOf(actor.organizationId, partyId)).filter((siteId) => actor.can('travel.read', siteId));
    if (sites.length === 0) throw common.NOT_FOUND();
    const rows = (await this.trips.ofParty(actor.organizationId, partyId)).filter(({ siteId }) => sites.includes(siteId));
    const opened = await this.opener.open(actor.organizationId, rows);
    await this.opener.recordReading('trip.opened', opened, READ);
    return { items: opened.map((trip) => toTripView(trip, actor, this.clock.now())), next: null };
  }

  /** A trip for writing: it is planned, the actor may record, and nobody changed it since it was on the screen. */
  private async lockPlanned(actor: Actor, id: string, version: number): Promise<TripRow> {
    const trip = await this.trips.lock(actor.organizationId, id);
    if (!trip) throw common.NOT_FOUND();
    actor.require('travel.record', trip.siteId);
    if (trip.state === 'departed') throw travelProblems.TRIP_DEPARTED({ departedAt: trip.departedAt?.toISOString() });
    if (trip.state === 'cancelled') throw travelProblems.TRIP_CANCELLED();
    if (trip.version !== version) throw common.CHANGED_MEANWHILE({ version: trip.version });
    return trip;
  }

  /** A trip as it is now, opened for the actor; the reading is written down. */
  private async shown(actor: Actor, id: string): Promise<TripView> {
    const row = await this.trips.find(actor.organizationId, id);
    if (!row) throw common.NOT_FOUND();
    const opened = await this.opener.open(actor.organizationId, [row]);
    await this.opener.recordReading('trip.opened', opened, READ);
    const [trip] = opened;
    if (!trip) throw common.NOT_FOUND();
    return toTripView(trip, actor, this.clock.now());
  }

  private async partyOf(actor: Actor, trip: TripRow) {
    const party = await this.parties.partyAt(actor.organizationId, trip.partyId, trip.siteId);
    if (!party) throw common.NOT_FOUND();
    return party;
  }
}

const READ = ['names', 'destination', 'ticket', 'sponsor'];
