import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { SamePerson } from '../people/merges/same-person';
import { ConsentVault } from './consent-vault';
import { toConsentView, type ConsentView } from './consents.dto';
import { ConsentsRepository, type ConsentRow, type NewConsent, type Withdrawal } from './consents.repository';
import type { Purpose } from './purposes';
import { Withdrawals } from './withdrawals';

/** An answer that was allowed, before it has an id and a proof. */
type AllowedAnswer = Omit<NewConsent, 'id' | 'signatureSealed' | 'evidenceSealed'>;

/** Writes answers and withdrawals with what belongs to each of them: the sealed proof, the line in the audit chain, what has to stop. */
@Injectable()
export class ConsentBook {
  constructor(
    readonly rows: ConsentsRepository,
    private readonly vault: ConsentVault,
    private readonly withdrawals: Withdrawals,
    private readonly audit: Audit,
    private readonly same: SamePerson,
  ) {}

  /** Writes the answers of one conversation with its proof. */
  async write(personId: string, answers: readonly AllowedAnswer[], proof: { signature?: string; evidence?: string }, at: Date): Promise<void> {
    const ids = await this.rows.newIds(answers.length);
    const sealed = await this.vault.seal(personId, ids, proof);
    const consents = answers.map((answer, place) => ({ ...answer, id: ids[place] ?? '', ...(sealed[place] ?? { signatureSealed: null, evidenceSealed: null }) }));
    await this.rows.insert(consents, at);
    await this.audit.recordMany(consents.map(({ id, purpose, decision }) => ({ action: 'consent.recorded' as const, recordType: 'consent', recordId: id, fields: [purpose], reason: decision })));
  }

  /** Ends answers, and stops what rested on those that were a yes. */
  async withdraw(consents: readonly ConsentRow[], withdrawal: Withdrawal): Promise<void> {
    await this.rows.withdraw(consents.map(({ id }) => id), withdrawal);
    const yes = consents.filter(({ decision }) => decision === 'given');
    await this.audit.recordMany(yes.map(({ id, purpose }) => ({ action: 'consent.withdrawn' as const, recordType: 'consent', recordId: id, fields: [purpose] })));
    await this.withdrawals.tell(yes.map(({ personId, purpose, recipientId }) => ({ personId, purpose: purpose as Purpose, recipientId, at: withdrawal.at })));
  }

  /** What a person answered so far, also under records that were merged into theirs, as it is shown on a day; the newest first. */
  async ofPerson(personId: string, today: string): Promise<ConsentView[]> {
    const answers: ConsentView[] = [];
    for (const id of await this.same.recordsOf(personId)) answers.push(...(await this.views(id, await this.rows.ofPerson(id), today)));
    return answers.sort((one, other) => other.recordedAt.getTime() - one.recordedAt.getTime());
  }

  /** Consents of a person as they are shown on a day. */
  async views(personId: string, consents: readonly ConsentRow[], today: string): Promise<ConsentView[]> {
    const evidence = await this.vault.openEvidence(personId, consents);
    return consents.map((consent) => toConsentView(consent, today, evidence.get(consent.id) ?? null));
  }

  /** The picture of the signature under a consent; null when there is none. */
  async signature({ id, personId }: ConsentRow): Promise<Buffer | null> {
    const sealed = await this.rows.signature(id);
    return sealed ? this.vault.openSignature(personId, id, sealed) : null;
  }
}
