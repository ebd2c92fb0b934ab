import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { Consent, WithdrawalWay, Withdrawer } from './consent.entity';
import type { Purpose } from './purposes';

/** A consent to be written. */
export type NewConsent = Omit<Consent, 'organizationId' | 'recipient' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawnSaidBy' | 'withdrawnHow' | 'recordedAt' | 'recordedBy'>;

/** A consent as it is read: with the name of whom it may be told to, and whether there is a signature to look at. */
export type ConsentRow = Omit<Consent, 'signatureSealed' | 'evidenceSealed'> & { recipientName: string | null; hasSignature: boolean; evidenceSealed: Buffer | null };

/** When, in whose words and how somebody took something back. */
export interface Withdrawal {
  at: Date;
  saidBy: Withdrawer;
  how: WithdrawalWay;
}

const CONSENT = `consent.id, consent.organization_id as "organizationId", consent.person_id as "personId", consent.purpose, consent.recipient, consent.categories,
  consent.decision, consent.text_version as "textVersion", consent.language, consent.explained, consent.interpreter, consent.captured, consent.given_by as "givenBy",
  consent.given_by_person_id as "givenByPersonId", consent.witness_user_id as "witnessUserId", consent.valid_from::text as "validFrom",
  consent.valid_until::text as "validUntil", consent.withdrawn_at as "withdrawnAt", consent.withdrawn_by as "withdrawnBy", consent.recorded_at as "recordedAt",
  consent.recorded_by as "recordedBy", consent.recipient_id as "recipientId", consent.interpreter_language as "interpreterLanguage",
  consent.taught_back as "taughtBack", consent.assent, consent.withdrawn_said_by as "withdrawnSaidBy", consent.withdrawn_how as "withdrawnHow",
  consent.signature_sealed is not null as "hasSignature", consent.evidence_sealed as "evidenceSealed",
  (select recipient.name from consent_recipients recipient where recipient.organization_id = consent.organization_id and recipient.id = consent.recipient_id) as "recipientName"`;

/** Named queries of consents. */
@Injectable()
export class ConsentsRepository {
  constructor(private readonly tx: Tx) {}

  /** What a person answered so far, the newest first. */
  ofPerson(personId: string): Promise<ConsentRow[]> {
    return this.tx.rows<ConsentRow>(`select ${CONSENT} from consents consent where organization_id = $1 and person_id = $2 order by recorded_at desc, id desc`, [
      this.tx.scope.organizationId,
      personId,
    ]);
  }

  /** The answers of a person that hold on a day, locked until this transaction ends. */
  lockLive(personId: string, purposes: readonly string[], on: string): Promise<ConsentRow[]> {
    return this.tx.rows<ConsentRow>(
      `select ${CONSENT} from consents consent
        where organization_id = $1 and person_id = $2 and purpose = any ($3) and withdrawn_at is null and valid_until > $4::date for update`,
      [this.tx.scope.organizationId, personId, purposes, on],
    );
  }

  /** A consent that nobody else withdraws until this transaction ends, or null. */
  async lock(id: string): Promise<ConsentRow | null> {
    const [row] = await this.tx.rows<ConsentRow>(`select ${CONSENT} from consents consent where organization_id = $1 and id = $2 for update`, [
      this.tx.scope.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** A consent by its id, at most one. */
  byId(id: string): Promise<ConsentRow[]> {
    return this.tx.rows<ConsentRow>(`select ${CONSENT} from consents consent where organization_id = $1 and id = $2`, [this.tx.scope.organizationId, id]);
  }

  /** New ids, in the order of time. */
  async newIds(count: number): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>('select uuidv7() as id from generate_series(1, $1)', [count]);
    return rows.map(({ id }) => id);
  }

  /** Writes answers. */
  async insert(consents: readonly NewConsent[], at: Date): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    for (const consent of consents) {
      await this.tx.write(INSERT, [
        organizationId, consent.id, consent.personId, consent.purpose, consent.recipientId ?? '', consent.recipientId, consent.categories, consent.decision,
        consent.textVersion, consent.language, consent.explained, consent.interpreter, consent.interpreterLanguage, consent.taughtBack, consent.captured,
        consent.signatureSealed, consent.evidenceSealed, consent.givenBy, consent.givenByPersonId, consent.assent, consent.witnessUserId, consent.validFrom,
        consent.validUntil, at, userId,
      ]);
    }
  }

  /** Ends answers from now on. */
  async withdraw(ids: readonly string[], { at, saidBy, how }: Withdrawal): Promise<void> {
    if (ids.length === 0) return;
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(
      `update consents set withdrawn_at = $3, withdrawn_by = $4, withdrawn_said_by = $5, withdrawn_how = $6
        where organization_id = $1 and id = any ($2::uuid[]) and withdrawn_at is null`,
      [organizationId, ids, at, userId, saidBy, how],
    );
  }

  /** The picture of a signature, sealed; null when there is none. */
  async signature(id: string): Promise<Buffer | null> {
    const [row] = await this.tx.rows<{ signature: Buffer | null }>('select signature_sealed as signature from consents where organization_id = $1 and id = $2', [
      this.tx.scope.organizationId,
      id,
    ]);
    return row?.signature ?? null;
  }

  /** Which of the persons agree to a purpose on a day; for a recipient, when one is named. */
  async agreeing(personIds: readonly string[], purpose: Purpose, on: string, recipientId: string | null): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(
      `select distinct person_id as id from consents
        where organization_id = $1 and person_id = any ($2::uuid[]) and purpose = $3 and decision = 'given' and withdrawn_at is null
          and valid_from <= $4::date and valid_until > $4::date and ($5::uuid is null or recipient_id = $5 or recipient_id is null) and ${NO_ELSEWHERE}`,
      [this.tx.scope.organizationId, personIds, purpose, on, recipientId],
    );
    return rows.map(({ id }) => id);
  }

  /** The consent on which something may be told today, held until this transaction ends: nobody withdraws it in between. */
  async holding(personId: string, purpose: Purpose, recipientId: string | null, on: string): Promise<{ id: string; categories: string[] } | null> {
    const [row] = await this.tx.rows<{ id: string; categories: string[] }>(
      `select id, categories from consents
        where organization_id = $1 and person_id = $2 and purpose = $3 and decision = 'given' and withdrawn_at is null
          and valid_from <= $5::date and valid_until > $5::date and (recipient_id = $4::uuid or recipient_id is null) and ${NO_ELSEWHERE}
        order by recipient_id nulls last limit 1 for share`,
      [this.tx.scope.organizationId, personId, purpose, recipientId, on],
    );
    return row ?? null;
  }
}

/** No other record of the same person says no to the purpose: refused, or taken back and not given again. A no wins over a yes. */
const NO_ELSEWHERE = `not exists (
          select from sec.same_person(consents.person_id) record (id)
            join consents other on other.organization_id = $1 and other.person_id = record.id and other.purpose = $3
           where record.id <> consents.person_id
             and (other.decision = 'refused' and other.withdrawn_at is null
                  or other.decision = 'given' and other.withdrawn_at is not null
                     and not exists (select from consents again where again.organization_id = $1 and again.person_id = record.id and again.purpose = $3
                                        and again.decision = 'given' and again.withdrawn_at is null)))`;

const INSERT = `
  insert into consents (organization_id, id, person_id, purpose, recipient, recipient_id, categories, decision, text_version, language, explained, interpreter,
                        interpreter_language, taught_back, captured, signature_sealed, evidence_sealed, given_by, given_by_person_id, assent, witness_user_id,
                        valid_from, valid_until, recorded_at, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`;
