import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { isCalendarDate } from '../platform/clock/clock';
import { invalid } from '../platform/errors/problem';
import { fullName, PeopleService } from '../people/people.service';
import { toStayView } from './stay-views';
import type { ListStays } from './stays.dto';
import { staysPolicy } from './stays.policy';
import { StaysRepository, type StayCursor, type StayRow } from './stays.repository';
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
    const rows = await this.stays.list(siteId, state, after === undefined ? null : cursorOf(after), limit + 1);
    const page = rows.slice(0, limit);
    const names = staysPolicy.seesNames(actor, siteId) ? await this.people.openPersons(page.map(({ personId }) => personId)) : new Map<string, never>();
    if (names.size > 0) await this.audit.record({ action: 'stay.listed', recordType: 'site', recordId: siteId, siteId, fields: ['names'] });
    const last = page.at(-1);
    return {
      items: page.map((row) => {
        const person = names.get(row.personId);
        return { ...toStayView(actor, row), name: person ? fullName(person.identity) : null, ageBand: row.ageBand };
      }),
      next: rows.length > limit && last ? placeOf(last) : null,
    };
  }
}

function placeOf({ departsOn, id }: StayRow): string {
  return `${departsOn}|${id}`;
}

function cursorOf(text: string): StayCursor {
  const [departsOn = '', id = ''] = text.split('|');
  if (!isCalendarDate(departsOn) || !/^[0-9a-f-]{36}$/.test(id)) throw invalid('after', 'This is no place in the list. Begin at the first page.');
  return { departsOn, id };
}
