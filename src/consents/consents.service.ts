import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { PersonAccess } from '../people/person-access';
import { PersonReader } from '../people/person-reader.service';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { ConsentBook } from './consent-book';
import { ConsentRules } from './consent-rules';
import { consentTexts } from './consent-texts';
import type { ConsentList, RecordConsents, WithdrawConsent, WithdrawnConsent } from './consents.dto';
import { consentProblems } from './consents.errors';
import type { ConsentRow } from './consents.repository';
import { Disclosures } from './disclosures.service';
import { purposes, type Purpose } from './purposes';

/** What people agreed to and refused. Nothing a person gets depends on it. */
@Injectable()
export class Consents {
  constructor(
    private readonly book: ConsentBook,
    private readonly rules: ConsentRules,
    private readonly disclosures: Disclosures,
    private readonly access: PersonAccess,
    private readonly reader: PersonReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What a person answered so far. */
  async list(actor: Actor, personId: string): Promise<ConsentList> {
    const { today } = await this.reader.person(actor, 'people.read', personId);
    await this.audit.record({ action: 'consent.listed', recordType: 'person', recordId: personId, fields: ['consents'] });
    return { items: await this.book.ofPerson(personId, today) };
  }

  /** Records what a person answered in one conversation. */
  async record(actor: Actor, personId: string, body: RecordConsents): Promise<ConsentList> {
    const { today } = await this.reader.person(actor, 'consents.record', personId);
    if (body.givenByPersonId) {
      const known = await this.access.those(actor, 'people.read', [body.givenByPersonId]);
      if (known.length === 0) throw common.NOT_FOUND({}, [{ field: 'givenByPersonId', message: 'There is nobody here, or you may not see them.' }]);
    }
    this.rules.refuseUnheardChild(body);
    await this.write(actor, personId, body, today);
    return this.list(actor, personId);
  }

  /**
   * Writes answers of a person; whoever calls has made sure that the user may. A new answer takes the place of a refusal; a no takes
   * the place of a yes, from this moment on.
   */
  async write(actor: Actor, personId: string, body: RecordConsents, today: string): Promise<void> {
    const validUntil = await this.rules.refuseWrongConversation(body, today);
    await this.rules.refuseWrongRecipients(body.answers);
    await this.rules.refuseWrongGiver(personId, body, today);
    await this.makeRoom(personId, body, today);
    const facts = {
      personId, textVersion: consentTexts(body.language).version, language: body.language, explained: body.explained, interpreter: body.interpreter ?? null,
      interpreterLanguage: body.interpreterLanguage ?? null, taughtBack: body.taughtBack ?? false, captured: body.captured, givenBy: body.givenBy,
      givenByPersonId: body.givenByPersonId ?? null, witnessUserId: body.witnessUserId ?? (body.captured === 'verbal' ? actor.userId : null),
      assent: body.assent ?? null, validFrom: today, validUntil,
    };
    const answers = body.answers.map(({ purpose, decision, recipientId }) => ({ ...facts, purpose, decision, recipientId: recipientId ?? null, categories: [...purposes[purpose].covers] }));
    await this.book.write(personId, answers, body, this.clock.now());
  }

  /** A person takes back what they agreed to. It holds no longer, from this moment on, and costs them nothing. */
  async withdraw(actor: Actor, id: string, { saidBy, how }: WithdrawConsent): Promise<WithdrawnConsent> {
    const { consent, today } = await this.locked(actor, id);
    if (consent.withdrawnAt !== null || consent.validUntil <= today) throw consentProblems.CONSENT_ENDED();
    const withdrawal = { at: this.clock.now(), saidBy: saidBy ?? ('participant' as const), how: how ?? ('in_person' as const) };
    await this.book.withdraw([consent], withdrawal);
    const earlierDisclosures = await this.disclosures.of(consent.personId, consent.purpose, consent.recipientId);
    const ended = { ...consent, withdrawnAt: withdrawal.at, withdrawnSaidBy: withdrawal.saidBy, withdrawnHow: withdrawal.how };
    const [view] = await this.book.views(consent.personId, [ended], today);
    if (!view) throw common.NOT_FOUND();
    return { ...view, earlierDisclosures };
  }

  /** The picture of the signature under a consent. */
  async signature(actor: Actor, id: string): Promise<Buffer> {
    const [consent] = await this.book.rows.byId(id);
    if (!consent) throw common.NOT_FOUND();
    await this.reader.person(actor, 'people.read', consent.personId);
    const picture = await this.book.signature(consent);
    if (!picture) throw consentProblems.CONSENT_NO_SIGNATURE();
    await this.audit.record({ action: 'consent.signature_opened', recordType: 'consent', recordId: id, fields: ['signature'] });
    return picture;
  }

  /**
   * Which of these persons agree to a purpose on a day, for a recipient when one is named. What the rooms below ask before they share
   * or send. It reads the rows anew in every statement: a consent taken back a moment ago no longer counts.
   */
  agreeing(personIds: readonly string[], purpose: Purpose, on: string, recipientId: string | null = null): Promise<string[]> {
    return this.book.rows.agreeing(personIds, purpose, on, recipientId);
  }

  private async locked(actor: Actor, id: string): Promise<{ consent: ConsentRow; today: string }> {
    const consent = await this.book.rows.lock(id);
    if (!consent) throw common.NOT_FOUND();
    const { today } = await this.reader.person(actor, 'consents.record', consent.personId);
    return { consent, today };
  }

  private async makeRoom(personId: string, { answers, givenBy }: RecordConsents, today: string): Promise<void> {
    const live = await this.book.rows.lockLive(personId, answers.map(({ purpose }) => purpose), today);
    const taken = live.filter((consent) =>
      answers.some(({ purpose, decision, recipientId = null }) => {
        if (purpose !== consent.purpose) return false;
        if (recipientId === consent.recipientId) return true;
        // A no that names nobody is a no to all; a yes for somebody ends such a no.
        return decision === 'refused' ? !recipientId : consent.decision === 'refused' && consent.recipientId === null;
      }),
    );
    const repeated = taken.find((consent) => consent.decision === 'given' && answers.some(({ purpose, decision }) => purpose === consent.purpose && decision === 'given'));
    if (repeated) throw consentProblems.CONSENT_LIVE({ purpose: repeated.purpose, validUntil: repeated.validUntil });
    await this.book.withdraw(taken, { at: this.clock.now(), saidBy: givenBy === 'guardian' ? 'guardian' : 'participant', how: 'new_answer' });
  }
}
