import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { Clock } from '../../platform/clock/clock';
import { invalid } from '../../platform/errors/problem';
import { Sealing } from '../../platform/sealing/sealing.service';
import { SiteDirectory } from '../../sites/site-directory';
import { EligibilityCheck, type Checked } from './eligibility-check.service';
import { toEligibilityView, type EligibilityList, type EnrollmentList } from './enrollment-views.dto';
import { OVERRIDE_PLACE } from './enrollment.entity';
import { EnrollmentReader } from './enrollment-reader.service';
import type { CheckEligibility, OfferProgram } from './enrollments.dto';
import { enrollmentProblems } from './enrollments.errors';
import { EnrollmentsRepository } from './enrollments.repository';


/** Offers programs to people, after their rules were asked. */
@Injectable()
export class EnrollmentOffers {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly eligibility: EligibilityCheck,
    private readonly reader: EnrollmentReader,
    private readonly sites: SiteDirectory,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What each rule says, before anything is offered. */
  async check(actor: Actor, body: CheckEligibility): Promise<EligibilityList> {
    const found = await this.ask(actor, body, body.programId ?? null);
    await this.audit.recordMany(body.people.map(({ personId }) => ({ action: 'enrollment.checked' as const, recordType: 'person', recordId: personId, siteId: body.siteId, fields: ['age'] })));
    return { items: found.map(({ personId, program, rules, verdict }) => ({ personId, programId: program.id, programName: program.name, ...toEligibilityView(verdict, rules) })) };
  }

  /** Offers a program to several people at once. Saying no to it later costs them nothing. */
  async offer(actor: Actor, body: OfferProgram): Promise<EnrollmentList> {
    const found = await this.ask(actor, body, body.programId);
    const overrideReason = body.overrideReason?.trim() ?? '';
    const refused = found.filter(({ verdict }) => verdict.says === 'no');
    if (refused.length > 0 && overrideReason === '') throw enrollmentProblems.ENROLLMENT_RULES_SAY_NO({ people: refused.map(({ personId }) => personId) });
    const personIds = body.people.map(({ personId }) => personId);
    await this.enrollments.lockPeople(personIds);
    const live = await this.enrollments.withLive(body.programId, personIds);
    if (live.length > 0) throw enrollmentProblems.ENROLLMENT_IS_LIVE({ people: live });
    await this.write(body, found, overrideReason);
    return this.reader.ofPeople(actor, personIds);
  }

  private async ask(actor: Actor, { siteId, on, people }: CheckEligibility, programId: string | null): Promise<Checked[]> {
    const site = await this.sites.siteFor(actor, 'enrollments.offer', siteId);
    const today = this.clock.today(site.timeZone);
    if (on && on > today) throw invalid('on', 'Choose today or a day before.');
    return this.eligibility.check(actor, people, programId, on ?? today);
  }

  private async write(body: OfferProgram, found: readonly Checked[], overrideReason: string): Promise<void> {
    const keys = await this.sealing.subjects(found.map(({ personId }) => personId));
    const offerId = randomUUID();
    const ids = await this.enrollments.newIds(found.length);
    const rows = found.map(({ personId, verdict }, at) => {
      const id = ids[at] as string;
      const overridden = verdict.says === 'no';
      const basis = body.people.find((person) => person.personId === personId)?.basis ?? [];
      return {
        id, personId, offerId, programId: body.programId, siteId: body.siteId, basis, referredBy: body.referredBy, offeredOn: verdict.on, eligibility: verdict, overridden,
        overrideSealed: overridden ? (keys.get(personId)?.seal(OVERRIDE_PLACE, id, overrideReason) ?? null) : null,
      };
    });
    await this.enrollments.insert(rows);
    await this.audit.recordMany(
      rows.map(({ id, overridden }) => ({
        action: 'enrollment.offered' as const, recordType: 'enrollment', recordId: id, siteId: body.siteId, fields: ['state', ...(overridden ? ['override'] : [])],
      })),
    );
  }
}
