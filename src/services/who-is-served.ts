import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { invalid } from '../platform/errors/problem';
import { Occupants } from '../stays/occupants.repository';
import { ServedPeople, type LoggedKind, type ServedPerson } from './served-people.repository';
import type { BatchTarget } from './service-batch.entity';
import type { LogService } from './service-batches.dto';
import type { Served } from './service-ledger.repository';
import { serviceProblems } from './services.errors';

/** Whom somebody pointed at, and who that is. */
export interface Pointed {
  target: BatchTarget;
  targetId: string | null;
  served: Served[];
}

const ways = ['personIds', 'partyIds', 'roomId', 'everyone', 'headcount', 'staffUserId'] as const;
type Way = (typeof ways)[number];

/** Turns what somebody pointed at (a party, a room, a count) into the people who are served. */
@Injectable()
export class WhoIsServed {
  constructor(
    private readonly people: ServedPeople,
    private readonly occupants: Occupants,
  ) {}

  /** The people, colleague, count or house that a kind of service is logged for. */
  async of(actor: Actor, kind: LoggedKind, body: LogService, servedOn: string): Promise<Pointed> {
    const chosen = ways.filter((way) => body[way] !== undefined && body[way] !== null);
    const [way] = chosen;
    if (chosen.length > 1) throw invalid(chosen[1] ?? '', 'Say whom it was for in one way only.');
    if (!isLoggedFor(kind, way)) throw serviceProblems.SERVICE_WRONG_SUBJECT({ subject: kind.subject });
    if (kind.subject === 'staff') return this.colleague(actor, body.siteId, body.staffUserId ?? actor.userId, servedOn);
    if (kind.subject === 'site') return { target: 'site', targetId: body.siteId, served: [nobody(0)] };
    if (body.headcount !== undefined) return { target: 'headcount', targetId: null, served: [nobody(body.headcount)] };
    return this.named(actor, body, servedOn);
  }

  private async named(actor: Actor, body: LogService, servedOn: string): Promise<Pointed> {
    const { siteId, personIds, partyIds, roomId } = body;
    if (personIds) {
      const persons = await this.people.persons(actor.organizationId, siteId, personIds);
      if (persons.length < personIds.length) throw serviceProblems.SERVICE_NOT_OF_THIS_SITE({ missing: personIds.length - persons.length });
      return { target: 'person', targetId: only(personIds), served: persons.map(byName) };
    }
    if (partyIds) return { target: 'party', targetId: only(partyIds), served: await this.members(actor, siteId, partyIds, servedOn) };
    const here = await this.occupants.inHouse({ siteId, on: servedOn, roomId });
    if (here.length === 0) throw serviceProblems.SERVICE_NOBODY_HERE();
    return { target: roomId ? 'room' : 'site', targetId: roomId ?? siteId, served: each(here) };
  }

  private async members(actor: Actor, siteId: string, partyIds: string[], servedOn: string): Promise<Served[]> {
    const rows = await this.people.members(actor.organizationId, siteId, partyIds, servedOn);
    const missing = partyIds.length - new Set(rows.map(({ partyId }) => partyId)).size;
    if (missing > 0) throw serviceProblems.SERVICE_NOT_OF_THIS_SITE({ missing });
    const present = rows.flatMap(({ partyId, personId }) => (personId === null ? [] : [{ partyId, personId }]));
    if (present.length === 0) throw serviceProblems.SERVICE_NOBODY_HERE();
    return each(present);
  }

  private async colleague(actor: Actor, siteId: string, userId: string, servedOn: string): Promise<Pointed> {
    const works = await this.people.worksAt(actor.organizationId, siteId, userId, servedOn);
    if (!works) throw serviceProblems.SERVICE_COLLEAGUE_NOT_HERE();
    return { target: 'staff', targetId: userId, served: [{ ...nobody(0), staffUserId: userId }] };
  }
}

function isLoggedFor({ subject }: LoggedKind, way: Way | undefined): boolean {
  if (subject === 'staff') return way === undefined || way === 'staffUserId';
  if (subject === 'site') return way === undefined;
  if (subject === 'headcount') return way === 'headcount';
  return way !== undefined && way !== 'staffUserId';
}

/** Everybody once, whatever brought them here twice. */
function each(people: readonly ServedPerson[]): Served[] {
  return [...new Map(people.map((person) => [person.personId, byName(person)])).values()];
}

function byName({ personId, partyId }: ServedPerson): Served {
  return { personId, partyId, staffUserId: null, people: 1 };
}

function nobody(people: number): Served {
  return { personId: null, partyId: null, staffUserId: null, people };
}

function only(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}
