import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { SamePerson } from '../../people/merges/same-person';
import { PartyReader } from '../../people/party-reader.service';
import { fullName, PeopleService } from '../../people/people.service';
import { PersonAccess } from '../../people/person-access';
import { common } from '../../platform/errors/problem';
import { EnrollmentViews } from './enrollment-views.service';
import type { EnrollmentList, EnrollmentPage } from './enrollment-views.dto';
import type { ListEnrollments } from './enrollments.dto';
import { enrollmentsPolicy } from './enrollments.policy';
import { EnrollmentsRepository, type EnrollmentRow } from './enrollments.repository';

const PAGE = 50;

/** What people were offered, for those who may read it at the site that offered it. */
@Injectable()
export class EnrollmentReader {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly views: EnrollmentViews,
    private readonly people: PeopleService,
    private readonly access: PersonAccess,
    private readonly parties: PartyReader,
    private readonly same: SamePerson,
    private readonly audit: Audit,
  ) {}

  /** What one person was offered, also under records that were merged into theirs. */
  async ofPerson(actor: Actor, personId: string): Promise<EnrollmentList> {
    await this.access.require(actor, 'enrollments.read', personId);
    await this.audit.record({ action: 'enrollment.opened', recordType: 'person', recordId: personId, fields: ['enrollments'] });
    return this.ofPeople(actor, await this.same.recordsOf(personId));
  }

  /** What everybody of a party was offered. */
  async ofParty(actor: Actor, partyId: string): Promise<EnrollmentList> {
    const everybody = await this.parties.everybody(actor, partyId);
    await this.audit.record({ action: 'enrollment.opened', recordType: 'party', recordId: partyId, fields: ['enrollments'] });
    return this.ofPeople(actor, everybody);
  }

  /** The programs that a case is about, for those who may know of it. */
  async ofCase(actor: Actor, caseId: string): Promise<EnrollmentList> {
    const siteId = await this.enrollments.siteOfCase(caseId);
    if (siteId === null || !enrollmentsPolicy.seesCase(actor, siteId)) throw common.NOT_FOUND();
    await this.audit.record({ action: 'enrollment.opened', recordType: 'case', recordId: caseId, siteId, fields: ['enrollments'] });
    return this.list(actor, await this.enrollments.ofCase(caseId));
  }

  /** What several people were offered; whoever calls has made sure that the reader may. */
  async ofPeople(actor: Actor, personIds: readonly string[]): Promise<EnrollmentList> {
    return this.list(actor, await this.enrollments.ofPeople(personIds));
  }

  /** A page of what a site offered. */
  async page(actor: Actor, { siteId, programId, state, after, limit = PAGE }: ListEnrollments): Promise<EnrollmentPage> {
    actor.require('enrollments.read', siteId);
    const rows = await this.enrollments.list({ siteId, programId: programId ?? null, state: state ?? null, after: after ?? null, limit: limit + 1 });
    const page = rows.slice(0, limit);
    if (page.length > 0) await this.audit.record({ action: 'enrollment.listed', recordType: 'site', recordId: siteId, siteId, fields: ['names'] });
    return { items: await this.views.of(actor, page, await this.names(actor, page), false), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  private async list(actor: Actor, rows: readonly EnrollmentRow[]): Promise<EnrollmentList> {
    const shown = rows.filter(({ siteId }) => enrollmentsPolicy.reads(actor, siteId));
    const offerSites = actor.sitesFor('enrollments.offer');
    return { items: await this.views.of(actor, shown, await this.names(actor, shown), true), mayOfferAt: offerSites === 'all' ? null : offerSites };
  }

  private async names(actor: Actor, rows: readonly EnrollmentRow[]): Promise<Map<string, string>> {
    const ids = rows.filter(({ siteId }) => actor.can('people.read', siteId)).map(({ personId }) => personId);
    const opened = await this.people.openPersons(ids);
    return new Map([...opened].map(([id, { identity }]) => [id, fullName(identity)]));
  }
}
