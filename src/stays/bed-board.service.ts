import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { fullName, PeopleService, type OpenedPerson } from '../people/people.service';
import { addDays, Clock } from '../platform/clock/clock';
import { SiteDirectory } from '../sites/site-directory';
import { BedBoardRepository, type StayOnBoard, type WaitingRow } from './bed-board.repository';
import type { BoardStay, BoardView, OpenBoard, WaitingParty } from './bed-board.dto';
import { nightTotals } from './night-totals';
import { staysPolicy } from './stays.policy';

const NIGHTS = 14;
const WAITING_DAYS = 7;

type Names = ReadonlyMap<string, OpenedPerson>;

/** The beds of a site: tonight and the nights after, who has them, who waits for one. */
@Injectable()
export class BedBoardService {
  constructor(
    private readonly sites: SiteDirectory,
    private readonly board: BedBoardRepository,
    private readonly people: PeopleService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Opens the board. The names of the guests are opened for those who may read people here, and that is recorded once. */
  async open(actor: Actor, { siteId, partyId, from, nights = NIGHTS }: OpenBoard): Promise<BoardView> {
    const site = await this.sites.siteFor(actor, 'stays.read', siteId);
    const today = this.clock.today(site.timeZone);
    const first = from ?? today;
    const end = addDays(first, nights);
    const rooms = await this.board.rooms(siteId, first, end);
    const periods = await this.board.periods(siteId, first, end, this.clock.now());
    const stays = await this.board.stays([...new Set(periods.flatMap(({ stayId }) => stayId ?? []))]);
    const withoutBed = await this.board.withoutBed(siteId, today);
    const waiting = await this.waiting(actor, siteId, today, partyId);
    const names = await this.names(actor, siteId, [...stays, ...withoutBed, ...waiting].map(({ personId }) => personId));
    const capacities = await this.sites.capacitiesOn(actor.organizationId, siteId, first);
    const totals = nightTotals(rooms.flatMap(({ beds }) => beds), periods, first, nights);
    const [night] = totals;
    return {
      siteId, today, from: first, nights, rooms,
      periods: periods.map((period) => ({ ...period, heldUntil: period.heldUntil?.toISOString() ?? null })),
      stays: stays.map((stay) => toBoardStay(actor, stay, names)),
      withoutBed: withoutBed.map((stay) => toBoardStay(actor, stay, names)),
      waiting: partiesOf(waiting, names),
      totals,
      capacities: {
        physical: night ? night.inHouse + night.booked + night.away + night.held + night.free : 0,
        licensed: capacities?.licensed ?? null, staffed: capacities?.staffed ?? null, funded: capacities?.funded ?? null,
      },
      maxStayNights: site.maxStayNights,
      can: {
        book: actor.can('stays.book', siteId), close: actor.can('beds.close', siteId), correct: actor.can('stays.correct', siteId), count: actor.can('headcount.take', siteId),
      },
    };
  }

  /** Who arrived in the last days and has no stay; and the party that was asked for, if the reader may see it. */
  private async waiting(actor: Actor, siteId: string, today: string, partyId: string | undefined): Promise<WaitingRow[]> {
    const recent = await this.board.waiting(siteId, addDays(today, -WAITING_DAYS), today);
    if (partyId === undefined || recent.some(({ id }) => id === partyId)) return recent;
    const asked = await this.board.waitingOf(partyId);
    return [...asked.filter((row) => row.siteId === siteId || actor.can('people.read', row.siteId)), ...recent];
  }

  private async names(actor: Actor, siteId: string, personIds: readonly string[]): Promise<Names> {
    const open = staysPolicy.seesNames(actor, siteId);
    await this.audit.record({ action: 'board.opened', recordType: 'site', recordId: siteId, siteId, fields: open ? ['names'] : [] });
    return open ? this.people.openPersons(personIds) : new Map();
  }
}

function toBoardStay(actor: Actor, { siteId, ...stay }: StayOnBoard, names: Names): BoardStay {
  return { ...stay, name: nameOf(names, stay.personId), can: staysPolicy.offers(actor, { siteId, state: stay.state }) };
}

function partiesOf(rows: readonly WaitingRow[], names: Names): WaitingParty[] {
  const parties = new Map<string, WaitingParty>();
  for (const { personId, ageBand, needs, siteId: _siteId, ...party } of rows) {
    const found = parties.get(party.id) ?? { ...party, members: [] };
    found.members.push({ personId, name: nameOf(names, personId), ageBand, needs });
    parties.set(party.id, found);
  }
  return [...parties.values()];
}

function nameOf(names: Names, personId: string): string | null {
  const person = names.get(personId);
  return person ? fullName(person.identity) : null;
}
