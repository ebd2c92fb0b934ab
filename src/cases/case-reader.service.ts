import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { ageOn } from '../people/age';
import { fullName, PeopleService } from '../people/people.service';
import { Clock } from '../platform/clock/clock';
import { CaseAccess } from './case-access';
import type { CaseHeaderView } from './case.dto';
import { CasesRepository } from './cases.repository';

/** Shows a case to those who may know of it, and leaves a trace of it. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CasesRepository,
    private readonly people: PeopleService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The head of a case: whom it is about, who works on it, and what the reader may do. */
  async open(actor: Actor, caseId: string): Promise<CaseHeaderView> {
    const found = await this.access.require(actor, 'see', caseId);
    const members = await this.cases.members(actor.organizationId, [caseId]);
    const workers = await this.cases.workers(actor.organizationId, [caseId]);
    const compartments = await this.cases.compartmentsOf(actor.organizationId, caseId, actor.userId);
    const opened = await this.people.openPersons(members.map(({ personId }) => personId));
    const today = this.clock.today(found.timeZone);
    await this.audit.record({ action: 'case.opened', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: ['names', 'age'] });
    const { timeZone: _timeZone, ...facts } = found;
    return {
      ...facts,
      members: members.flatMap(({ personId, role }) => {
        const person = opened.get(personId);
        return person ? [{ personId, name: fullName(person.identity), age: ageOn(person.identity, today), role }] : [];
      }),
      workers: workers.map(({ userId, name, role }) => ({ userId, name, role })),
      offers: this.access.offers(actor, found),
      compartments,
    };
  }
}
