import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { fullName, PeopleService } from '../people/people.service';
import { cursorOf, placeOf } from './day-cursor';
import { toStayView } from './stay-views';
import type { ListStays } from './stays.dto';
import { staysPolicy } from './stays.policy';
import { StaysRepository } from './stays.repository';
import type { StaysPage } from './stays.views.dto';

const PAGE = 50;

/** The stays of a site, page by page, in the order of leaving. */
@Injectable()
export class StayList {
  constructor(
    private readonly stays: StaysRepository,
    private readonly people: PeopleService,
    private readonly audit: Audit,
  ) {}

  /** A page of stays with the names of the guests for those who may see them. */
  async page(actor: Actor, { siteId, state = 'live', after, limit = PAGE }: ListStays): Promise<StaysPage> {
    staysPolicy.mayRead(actor, siteId);
    const rows = await this.stays.list(siteId, state, cursorOf(after), limit + 1);
    const page = rows.slice(0, limit);
    const names = staysPolicy.seesNames(actor, siteId) ? await this.people.openPersons(page.map(({ personId }) => personId)) : new Map<string, never>();
    if (names.size > 0) await this.audit.record({ action: 'stay.listed', recordType: 'site', recordId: siteId, siteId, fields: ['names'] });
    const last = page.at(-1);
    return {
      items: page.map((row) => {
        const person = names.get(row.personId);
        return { ...toStayView(actor, row), name: person ? fullName(person.identity) : null, ageBand: row.ageBand };
      }),
      next: rows.length > limit && last ? placeOf({ on: last.departsOn, id: last.id }) : null,
    };
  }
}
