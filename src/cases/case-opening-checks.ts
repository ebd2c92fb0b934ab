import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { PartyReader } from '../people/party-reader.service';
import { PersonAccess } from '../people/person-access';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { SiteDirectory } from '../sites/site-directory';
import { CaseAccess } from './case-access';
import { caseProblems } from './cases.errors';
import { CasesRepository } from './cases.repository';

/** What has to be true before a case is opened. */
@Injectable()
export class CaseOpeningChecks {
  constructor(
    private readonly sites: SiteDirectory,
    private readonly persons: PersonAccess,
    private readonly parties: PartyReader,
    private readonly access: CaseAccess,
    private readonly cases: CasesRepository,
    private readonly clock: Clock,
  ) {}

  /** Today at a site where the actor works on cases. */
  async today(actor: Actor, siteId: string): Promise<string> {
    const { timeZone } = await this.sites.siteFor(actor, 'cases.work', siteId);
    return this.clock.today(timeZone);
  }

  /** Everybody is known to the actor and, where a party is named, in it. */
  async people(actor: Actor, partyId: string | null, personIds: readonly string[]): Promise<void> {
    const known = await this.persons.those(actor, 'people.read', personIds);
    if (known.length < personIds.length) throw common.NOT_FOUND();
    if (partyId === null) return;
    const everybody = await this.parties.everybody(actor, partyId);
    if (personIds.some((personId) => !everybody.includes(personId))) throw caseProblems.CASE_PERSON_NOT_IN_PARTY();
  }

  /** The case that came before: closed, readable for the actor, and about one of the same people. */
  async previous(actor: Actor, caseId: string | null, personIds: readonly string[]): Promise<string | null> {
    if (caseId === null) return null;
    const found = await this.access.require(actor, 'read', caseId);
    if (found.state !== 'closed') throw caseProblems.CASE_STILL_OPEN();
    const before = await this.cases.members(actor.organizationId, [caseId]);
    if (!before.some(({ personId }) => personIds.includes(personId))) throw common.NOT_FOUND();
    return caseId;
  }
}
