import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock, localDate } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { dayBounds, localTime, slotStart } from './leaving-time';
import { PartyTravelRepository, type WaitingRow } from './party-travel.repository';
import type { DepartureGroupView, DeparturesQuery, DeparturesView, DepartureView, TripCandidatesQuery, TripCandidatesView, WaitingPartyView, WaitingQuery, WaitingView } from './trip.dto';
import { TripOpener } from './trip-opener';
import { arrivesOn, hasDeparted } from './trip-travellers';
import { TripVault, type Names } from './trip-vault';
import { toDepartureView } from './trip-views';
import { TripsRepository } from './trips.repository';

const USUAL_TRIPS = 100;
const USUAL_PARTIES = 50;
const BOARD = ['names', 'destination', 'ticket'];

/** What the travel desk reads: who leaves on a day, who still needs a trip, and who of a party can be put on one. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly trips: TripsRepository,
    private readonly parties: PartyTravelRepository,
    private readonly opener: TripOpener,
    private readonly vault: TripVault,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Who leaves a site on a day, grouped by the hour of leaving; with today's, what of earlier days nobody has settled. */
  async on(actor: Actor, query: DeparturesQuery): Promise<DeparturesView> {
    const { organizationId } = actor;
    const site = await this.siteFor(actor, query.siteId);
    const now = this.clock.now();
    const today = localDate(now, site.timeZone);
    const on = query.on ?? today;
    const limit = query.limit ?? USUAL_TRIPS;
    const [leavesAt = '', id = ''] = query.after?.split('_') ?? [];
    const found = await this.trips.leavingOn(organizationId, site.id, on, query.after ? { leavesAt, id } : null, limit + 1);
    const rows = found.slice(0, limit);
    const overdue = on === today && !query.after ? await this.trips.overdue(organizationId, site.id, dayBounds(today, site.timeZone).from) : [];
    const opened = await this.opener.open(organizationId, [...rows, ...overdue]);
    await this.opener.recordReading('departures.opened', opened, BOARD);
    const views = opened.map((trip) => toDepartureView(trip, actor, now));
    const last = rows[rows.length - 1];
    const ofTheDay = views.slice(0, rows.length);
    return {
      siteId: site.id,
      on,
      timeZone: site.timeZone,
      people: ofTheDay.reduce((sum, { travellers }) => sum + travellers.length, 0),
      groups: groupByHour(ofTheDay, site.timeZone),
      overdue: views.slice(rows.length),
      mayRecord: actor.can('travel.record', site.id),
      next: found.length > limit && last ? `${last.leavesAt.toISOString()}_${last.id}` : null,
    };
  }

  /** Parties with somebody in the house who has no onward trip. */
  async waiting(actor: Actor, query: WaitingQuery): Promise<WaitingView> {
    const site = await this.siteFor(actor, query.siteId);
    const limit = query.limit ?? USUAL_PARTIES;
    const [departsOn = '', partyId = ''] = query.after?.split('_') ?? [];
    const today = localDate(this.clock.now(), site.timeZone);
    const rows = await this.parties.waitingAt(actor.organizationId, site.id, today, query.after ? { departsOn, partyId } : null, limit + 1);
    const partyIds = [...new Set(rows.map((row) => row.partyId))];
    const shown = rows.filter((row) => partyIds.indexOf(row.partyId) < limit);
    const names = await this.vault.openNames(shown);
    await this.recordNames(site.id, shown.map((row) => row.id));
    const items = partyIds.slice(0, limit).map((id) => toWaitingParty(shown.filter((row) => row.partyId === id), names));
    const last = items[items.length - 1];
    return { items, next: partyIds.length > limit && last ? `${last.departsOn}_${last.partyId}` : null };
  }

  /** The members of a party beside what keeps them from being put on a trip. */
  async candidates(actor: Actor, query: TripCandidatesQuery): Promise<TripCandidatesView> {
    actor.require('travel.record', query.siteId);
    const party = await this.parties.partyAt(actor.organizationId, query.partyId, query.siteId);
    if (!party) throw common.NOT_FOUND();
    const members = await this.parties.membersOf(actor.organizationId, party.id);
    const names = await this.vault.openNames(members);
    await this.recordNames(query.siteId, members.map(({ id }) => id));
    return {
      partyId: party.id,
      partyCode: party.code,
      items: members.map((member) => ({
        personId: member.id,
        givenNames: names.get(member.id)?.givenNames ?? '',
        familyNames: names.get(member.id)?.familyNames ?? '',
        ageBand: member.ageBand,
        isHead: member.isHead,
        plannedTripId: member.plannedTripId,
        departed: hasDeparted(member),
        arrivesOn: hasDeparted(member) ? null : arrivesOn(member, party.arrivedOn),
      })),
      next: null,
    };
  }

  private async siteFor(actor: Actor, siteId: string) {
    actor.require('travel.read', siteId);
    const site = await this.parties.site(actor.organizationId, siteId);
    if (!site) throw common.NOT_FOUND();
    return site;
  }

  private recordNames(siteId: string, personIds: string[]): Promise<void> {
    return this.audit.recordMany(personIds.map((recordId) => ({ action: 'departures.opened', recordType: 'person', recordId, siteId, fields: ['names'] })));
  }
}

function groupByHour(trips: DepartureView[], timeZone: string): DepartureGroupView[] {
  const groups = new Map<number, DepartureGroupView>();
  for (const trip of trips) {
    const start = slotStart(new Date(trip.leavesAt), timeZone);
    const group = groups.get(start.getTime()) ?? { startsAt: start.toISOString(), time: localTime(start, timeZone), people: 0, trips: [] };
    group.people += trip.travellers.length;
    group.trips.push(trip);
    groups.set(start.getTime(), group);
  }
  return [...groups.values()];
}

function toWaitingParty(rows: WaitingRow[], names: Map<string, Names>): WaitingPartyView {
  const [first] = rows;
  return {
    partyId: first?.partyId ?? '',
    partyCode: first?.partyCode ?? '',
    departsOn: first?.departsOn ?? '',
    members: rows.map(({ id, ageBand }) => ({
      personId: id,
      givenNames: names.get(id)?.givenNames ?? '',
      familyNames: names.get(id)?.familyNames ?? '',
      ageBand,
    })),
  };
}
