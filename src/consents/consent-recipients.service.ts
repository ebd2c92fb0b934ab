import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import type { ChangeConsentRecipient, ConsentRecipientList, ConsentRecipientView, CreateConsentRecipient } from './consent-recipients.dto';

const RECIPIENT = 'recipient.id, recipient.name, recipient.kind, recipient.active';

/** To whom something may be told with consent: data of each organization. */
@Injectable()
export class ConsentRecipients {
  constructor(
    private readonly tx: Tx,
    private readonly audit: Audit,
  ) {}

  /** Everybody to whom something may be told, also who is not offered any more. */
  async list(): Promise<ConsentRecipientList> {
    return { items: await this.tx.rows<ConsentRecipientView>(`select ${RECIPIENT} from consent_recipients recipient where organization_id = $1 order by name, id`, [this.tx.scope.organizationId]) };
  }

  /** A recipient, or null. */
  async find(id: string): Promise<ConsentRecipientView | null> {
    const [row] = await this.tx.rows<ConsentRecipientView>(`select ${RECIPIENT} from consent_recipients recipient where organization_id = $1 and id = $2`, [this.tx.scope.organizationId, id]);
    return row ?? null;
  }

  /** Adds a recipient. */
  async create({ name, kind }: CreateConsentRecipient): Promise<ConsentRecipientView> {
    const [row] = await this.tx.rows<ConsentRecipientView>(
      `insert into consent_recipients as recipient (organization_id, name, kind) values ($1, $2, $3) returning ${RECIPIENT}`,
      [this.tx.scope.organizationId, name.trim(), kind],
    );
    if (!row) throw common.NOT_FOUND();
    await this.audit.record({ action: 'consent_recipient.created', recordType: 'consent_recipient', recordId: row.id });
    return row;
  }

  /** Renames a recipient or stops offering it. What was agreed for it stays. */
  async change(id: string, { name, active }: ChangeConsentRecipient): Promise<ConsentRecipientView> {
    const [row] = await this.tx.rows<ConsentRecipientView>(
      `update consent_recipients recipient set name = coalesce($3, name), active = coalesce($4, active) where organization_id = $1 and id = $2 returning ${RECIPIENT}`,
      [this.tx.scope.organizationId, id, name?.trim() ?? null, active ?? null],
    );
    if (!row) throw common.NOT_FOUND();
    await this.audit.record({ action: 'consent_recipient.changed', recordType: 'consent_recipient', recordId: id, fields: [...(name ? ['name'] : []), ...(typeof active === 'boolean' ? ['active'] : [])] });
    return row;
  }
}
