import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { PersonReader } from '../people/person-reader.service';
import { Clock } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { invalid } from '../platform/errors/problem';
import { Sealing } from '../platform/sealing/sealing.service';
import { consentProblems } from './consents.errors';
import { ConsentsRepository } from './consents.repository';
import type { DisclosureList, DisclosureView, RecordDisclosure } from './disclosures.dto';

const PLACE = 'disclosures.given_sealed';
const FINGERPRINT = 'disclosures.fingerprint';

type DisclosureRow = Omit<DisclosureView, 'given'> & { givenSealed: Buffer };

/** What was told about people, and on which consent. Nothing is told without one that holds at that moment. */
@Injectable()
export class Disclosures {
  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
    private readonly consents: ConsentsRepository,
    private readonly reader: PersonReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Writes down that a colleague told something about a person. */
  async record(actor: Actor, personId: string, body: RecordDisclosure): Promise<DisclosureList> {
    const { today } = await this.reader.person(actor, 'consents.record', personId);
    await this.write(personId, body, today);
    return { items: await this.of(personId) };
  }

  /** Everything that was told about a person. */
  async list(actor: Actor, personId: string): Promise<DisclosureList> {
    await this.reader.person(actor, 'people.read', personId);
    await this.audit.record({ action: 'disclosure.listed', recordType: 'person', recordId: personId, fields: ['disclosures'] });
    return { items: await this.of(personId) };
  }

  /**
   * Writes down what is told in this transaction. The consent is held until the end of it: whoever takes it back at the same moment
   * does so before, and nothing is told, or after, and it is on the list that they are shown.
   */
  async write(personId: string, { purpose, recipientId, categories, given }: RecordDisclosure, today: string): Promise<string> {
    const consent = await this.consents.holding(personId, purpose, recipientId ?? null, today);
    if (!consent) throw consentProblems.CONSENT_MISSING({ purpose });
    const told = categories ?? consent.categories;
    if (told.some((category) => !consent.categories.includes(category))) throw invalid('categories', 'They agreed to less than this. Tell only what they agreed to, or ask them again.');
    const [id = ''] = await this.consents.newIds(1);
    const key = (await this.sealing.subjects([personId])).get(personId);
    if (!key) throw consentProblems.CONSENT_MISSING({ purpose });
    await this.tx.write(INSERT, [
      this.tx.scope.organizationId, id, personId, consent.id, purpose, recipientId ?? null, told, key.seal(PLACE, id, given.trim()),
      await this.sealing.fingerprint(FINGERPRINT, JSON.stringify([personId, purpose, recipientId ?? null, told, given.trim()])), this.clock.now(), this.tx.scope.userId,
    ]);
    await this.audit.record({ action: 'disclosure.recorded', recordType: 'disclosure', recordId: id, fields: [purpose, ...told] });
    return id;
  }

  /** What was told about a person so far; for one purpose and one recipient only, where they are named. */
  async of(personId: string, purpose: string | null = null, recipientId: string | null = null): Promise<DisclosureView[]> {
    const rows = await this.tx.rows<DisclosureRow>(LIST, [this.tx.scope.organizationId, personId, purpose, recipientId]);
    const key = (await this.sealing.subjects([personId])).get(personId);
    return rows.map(({ givenSealed, ...row }) => ({ ...row, given: key?.open<string>(PLACE, row.id, givenSealed) ?? '' }));
  }
}

const INSERT = `
  insert into disclosures (organization_id, id, person_id, consent_id, purpose, recipient_id, categories, given_sealed, fingerprint, disclosed_at, disclosed_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const LIST = `
  select told.id, told.consent_id as "consentId", told.purpose, told.recipient_id as "recipientId", recipient.name as "recipientName", told.categories,
         told.given_sealed as "givenSealed", told.disclosed_at as "disclosedAt"
    from disclosures told left join consent_recipients recipient on recipient.organization_id = told.organization_id and recipient.id = told.recipient_id
   where told.organization_id = $1 and told.person_id = $2 and ($3::text is null or told.purpose = $3) and ($4::uuid is null or told.recipient_id = $4)
   order by told.id desc limit 500`;
