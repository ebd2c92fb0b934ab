import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { ageOn } from '../people/age';
import { fullName, PeopleService } from '../people/people.service';
import { Clock } from '../platform/clock/clock';
import type { CaseLine, CasesQuery, CasesView, HandoversQuery } from './case-list.dto';
import { CaseListsRepository, type CaseRow } from './case-lists.repository';
import { casesPolicy } from './cases.policy';
import { CasesRepository } from './cases.repository';

/** Lists of cases with the names of the people they are about. */
@Injectable()
export class CaseLists {
  constructor(
    private readonly lists: CaseListsRepository,
    private readonly cases: CasesRepository,
    private readonly people: PeopleService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Cases of a site, the newest first: all that the reader may know of, or those of their own teams. */
  async page(actor: Actor, { siteId, mine = false, state = 'open', acuity, leadId, after, limit = 50 }: CasesQuery): Promise<CasesView> {
    actor.require('cases.read', siteId);
    const filter = { siteId, state, acuity: acuity ?? null, leadId: leadId ?? null, after: after ?? null, limit: limit + 1 };
    return this.view(actor, mine ? await this.lists.ofReader(filter) : await this.lists.atSite(filter), limit);
  }

  /** Open cases whose lead worker cannot work on them any more. */
  async leftBehind(actor: Actor, { siteId, after, limit = 50 }: HandoversQuery): Promise<CasesView> {
    actor.require('cases.supervise', siteId);
    return this.view(actor, await this.lists.leftBehind(siteId, after ?? null, limit + 1), limit);
  }

  private async view(actor: Actor, rows: CaseRow[], limit: number): Promise<CasesView> {
    const page = rows.slice(0, limit);
    const members = await this.cases.members(actor.organizationId, page.map(({ id }) => id));
    const opened = await this.people.openPersons(members.map(({ personId }) => personId));
    await this.audit.recordMany(page.map(({ id, siteId }) => ({ action: 'case.listed' as const, recordType: 'case', recordId: id, siteId, fields: ['names', 'age'] })));
    const items = page.map(({ siteId, timeZone, role, ...line }): CaseLine => ({
      ...line,
      members: members.flatMap((member) => {
        const person = member.caseId === line.id ? opened.get(member.personId) : undefined;
        return person ? [{ personId: person.id, name: fullName(person.identity), age: ageOn(person.identity, this.clock.today(timeZone)), role: member.role }] : [];
      }),
      mayRead: casesPolicy.allows(actor, 'read', { siteId, role }),
    }));
    return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }
}
