import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { isAdultOn } from '../people/age';
import { PeopleService } from '../people/people.service';
import { PersonAccess } from '../people/person-access';
import { PersonReader } from '../people/person-reader.service';
import { Clock } from '../platform/clock/clock';
import { common, invalid } from '../platform/errors/problem';
import { aYearAfter } from './consent-dates';
import type { Consent } from './consent.entity';
import { TEXT_VERSION } from './consent-texts';
import { toConsentView, type ConsentList, type ConsentView, type RecordConsents } from './consents.dto';
import { consentProblems } from './consents.errors';
import { ConsentsRepository } from './consents.repository';
import { purposes, type Purpose } from './purposes';

/** What people agreed to and refused. Nothing a person gets depends on it. */
@Injectable()
export class Consents {
  constructor(
    private readonly consents: ConsentsRepository,
    private readonly people: PeopleService,
    private readonly access: PersonAccess,
    private readonly reader: PersonReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What a person answered so far. */
  async list(actor: Actor, personId: string): Promise<ConsentList> {
    const { today } = await this.reader.person(actor, 'people.read', personId);
    const found = await this.consents.ofPerson(personId);
    await this.audit.record({ action: 'consent.listed', recordType: 'person', recordId: personId, fields: ['consents'] });
    return { items: found.map((consent) => toConsentView(consent, today)) };
  }

  /** Records what a person answered in one conversation. */
  async record(actor: Actor, personId: string, body: RecordConsents): Promise<ConsentList> {
    const { today } = await this.reader.person(actor, 'consents.record', personId);
    if (body.givenByPersonId) {
      const known = await this.access.those(actor, 'people.read', [body.givenByPersonId]);
      if (known.length === 0) throw common.NOT_FOUND({}, [{ field: 'givenByPersonId', message: 'There is nobody here, or you may not see them.' }]);
    }
    await this.write(actor, personId, body, today);
    return this.list(actor, personId);
  }

  /**
   * Writes answers of a person; whoever calls has made sure that the user may. A new answer takes the place of a refusal; a no takes
   * the place of a yes, from this moment on.
   */
  async write(actor: Actor, personId: string, body: RecordConsents, today: string): Promise<void> {
    const validUntil = body.validUntil ?? aYearAfter(today);
    if (validUntil <= today || validUntil > aYearAfter(today)) throw invalid('validUntil', 'Choose a day after today, at most a year from now.');
    if (body.interpreter && body.explained !== 'interpreter') throw invalid('interpreter', 'Say that an interpreter explained it, or leave this empty.');
    await this.refuseWrongGiver(personId, body, today);
    await this.makeRoom(personId, body, today);
    const ids = await this.consents.insert(
      body.answers.map(({ purpose, decision }) => ({
        personId, purpose, decision, categories: [...purposes[purpose].covers], textVersion: TEXT_VERSION, language: body.language, explained: body.explained,
        interpreter: body.interpreter ?? null, captured: body.captured, givenBy: body.givenBy, givenByPersonId: body.givenByPersonId ?? null,
        witnessUserId: body.witnessUserId ?? (body.captured === 'verbal' ? actor.userId : null), validFrom: today, validUntil,
      })),
      this.clock.now(),
    );
    await this.audit.recordMany(
      ids.map((id, at) => ({ action: 'consent.recorded' as const, recordType: 'consent', recordId: id, fields: [body.answers[at]?.purpose ?? ''], reason: body.answers[at]?.decision })),
    );
  }

  /** A person takes back what they agreed to. It holds no longer, from this moment on, and costs them nothing. */
  async withdraw(actor: Actor, id: string): Promise<ConsentView> {
    const consent = await this.consents.lock(id);
    if (!consent) throw common.NOT_FOUND();
    const { today } = await this.reader.person(actor, 'consents.record', consent.personId);
    if (consent.withdrawnAt !== null || consent.validUntil <= today) throw consentProblems.CONSENT_ENDED();
    const at = this.clock.now();
    await this.consents.withdraw([id], at);
    await this.audit.record({ action: 'consent.withdrawn', recordType: 'consent', recordId: id, fields: [consent.purpose] });
    return toConsentView({ ...consent, withdrawnAt: at }, today);
  }

  /** Which of these persons agree to a purpose on a day. What the rooms below ask before they share or send. */
  agreeing(personIds: readonly string[], purpose: Purpose, on: string): Promise<string[]> {
    return this.consents.agreeing(personIds, purpose, on);
  }

  private async refuseWrongGiver(personId: string, { answers, givenBy, givenByPersonId }: RecordConsents, today: string): Promise<void> {
    if (givenBy === 'self' && givenByPersonId) throw invalid('givenByPersonId', 'Only a guardian is named here.');
    if (givenBy === 'guardian' && !givenByPersonId) throw invalid('givenByPersonId', 'Say who the guardian is.');
    if (givenByPersonId === personId) throw invalid('givenByPersonId', 'A guardian is somebody else.');
    const opened = await this.people.openPersons(givenByPersonId ? [personId, givenByPersonId] : [personId]);
    const isMinor = (id: string): boolean => {
      const person = opened.get(id);
      return person !== undefined && isAdultOn(person.identity, person.ageBand, today) === false;
    };
    if (givenByPersonId && isMinor(givenByPersonId)) throw consentProblems.CONSENT_GUARDIAN_IS_MINOR();
    // To be told what is written down is no agreement; that a minor hears it needs nobody else.
    const agrees = answers.some(({ purpose, decision }) => decision === 'given' && purpose !== 'intake_notice');
    if (givenBy === 'self' && agrees && isMinor(personId)) throw consentProblems.CONSENT_MINOR_NEEDS_GUARDIAN();
  }

  private async makeRoom(personId: string, { answers }: RecordConsents, today: string): Promise<void> {
    const live = await this.consents.lockLive(personId, answers.map(({ purpose }) => purpose), today);
    const repeated = live.find((consent) => consent.decision === 'given' && answers.some(({ purpose, decision }) => purpose === consent.purpose && decision === 'given'));
    if (repeated) throw consentProblems.CONSENT_LIVE({ purpose: repeated.purpose, validUntil: repeated.validUntil });
    await this.consents.withdraw(live.map(({ id }) => id), this.clock.now());
    const taken = live.filter(isYes);
    await this.audit.recordMany(taken.map(({ id, purpose }) => ({ action: 'consent.withdrawn' as const, recordType: 'consent', recordId: id, fields: [purpose] })));
  }
}

function isYes({ decision }: Consent): boolean {
  return decision === 'given';
}
