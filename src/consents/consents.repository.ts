import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { Consent } from './consent.entity';
import type { Purpose } from './purposes';

/** A consent to be written. */
export type NewConsent = Omit<Consent, 'id' | 'organizationId' | 'recipient' | 'withdrawnAt' | 'withdrawnBy' | 'recordedAt' | 'recordedBy'>;

const CONSENT = `consent.id, consent.organization_id as "organizationId", consent.person_id as "personId", consent.purpose, consent.recipient, consent.categories,
  consent.decision, consent.text_version as "textVersion", consent.language, consent.explained, consent.interpreter, consent.captured, consent.given_by as "givenBy",
  consent.given_by_person_id as "givenByPersonId", consent.witness_user_id as "witnessUserId", consent.valid_from::text as "validFrom",
  consent.valid_until::text as "validUntil", consent.withdrawn_at as "withdrawnAt", consent.withdrawn_by as "withdrawnBy", consent.recorded_at as "recordedAt",
  consent.recorded_by as "recordedBy"`;

/** Named queries of consents. */
@Injectable()
export class ConsentsRepository {
  constructor(private readonly tx: Tx) {}

  /** What a person answered so far, the newest first. */
  ofPerson(personId: string): Promise<Consent[]> {
    return this.tx.rows<Consent>(`select ${CONSENT} from consents consent where organization_id = $1 and person_id = $2 order by recorded_at desc, id desc`, [
      this.tx.scope.organizationId,
      personId,
    ]);
  }

  /** The answers of a person that hold on a day, locked until this transaction ends. */
  lockLive(personId: string, purposes: readonly string[], on: string): Promise<Consent[]> {
    return this.tx.rows<Consent>(
      `select ${CONSENT} from consents consent
        where organization_id = $1 and person_id = $2 and purpose = any ($3) and withdrawn_at is null and valid_until > $4::date for update`,
      [this.tx.scope.organizationId, personId, purposes, on],
    );
  }

  /** A consent that nobody else withdraws until this transaction ends, or null. */
  async lock(id: string): Promise<Consent | null> {
    const [row] = await this.tx.rows<Consent>(`select ${CONSENT} from consents consent where organization_id = $1 and id = $2 for update`, [
      this.tx.scope.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** Writes answers; answers their ids. */
  async insert(consents: readonly NewConsent[], at: Date): Promise<string[]> {
    const { organizationId, userId } = this.tx.scope;
    const ids: string[] = [];
    for (const consent of consents) {
      const [row] = await this.tx.rows<{ id: string }>(INSERT, [
        organizationId, consent.personId, consent.purpose, consent.categories, consent.decision, consent.textVersion, consent.language, consent.explained,
        consent.interpreter, consent.captured, consent.givenBy, consent.givenByPersonId, consent.witnessUserId, consent.validFrom, consent.validUntil, at, userId,
      ]);
      if (row) ids.push(row.id);
    }
    return ids;
  }

  /** Ends answers from now on. */
  async withdraw(ids: readonly string[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write('update consents set withdrawn_at = $3, withdrawn_by = $4 where organization_id = $1 and id = any ($2::uuid[]) and withdrawn_at is null', [
      organizationId, ids, at, userId,
    ]);
  }

  /** Which of the persons agree to a purpose on a day. */
  async agreeing(personIds: readonly string[], purpose: Purpose, on: string): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(
      `select person_id as id from consents
        where organization_id = $1 and person_id = any ($2::uuid[]) and purpose = $3 and decision = 'given' and withdrawn_at is null
          and valid_from <= $4::date and valid_until > $4::date`,
      [this.tx.scope.organizationId, personIds, purpose, on],
    );
    return rows.map(({ id }) => id);
  }
}

const INSERT = `
  insert into consents (organization_id, person_id, purpose, categories, decision, text_version, language, explained, interpreter, captured, given_by,
                        given_by_person_id, witness_user_id, valid_from, valid_until, recorded_at, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id`;
