import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Tx, type TxScope } from '../platform/database/tx';
import { closingAsks, type ClosingAsk } from './case-close-reason.entity';
import pack from './packs/close-reasons.json';

/** Why a case can close, as the list of the organization says it. */
export interface CloseReason {
  code: string;
  labels: Record<string, string>;
  asks: ClosingAsk[];
}

/** The reasons that Posada is delivered with. */
export const deliveredReasons = z
  .array(z.strictObject({ code: z.string().regex(/^[a-z][a-z_]*$/), labels: z.strictObject({ en: z.string().min(1), es: z.string().min(1) }), asks: z.array(z.enum(closingAsks)) }))
  .parse(pack);

/** The reasons for closing of an organization. */
@Injectable()
export class CaseCloseReasons {
  constructor(private readonly tx: Tx) {}

  /** Installs what is missing and leaves what is there as it is. */
  install(scope: TxScope): Promise<void> {
    return this.tx.run(scope, async () => {
      await this.tx.write(INSTALL, [scope.organizationId, JSON.stringify(deliveredReasons)]);
    });
  }

  /** The reasons that can be chosen, in their order. An organization without a list starts with the delivered one. */
  async all(): Promise<CloseReason[]> {
    const found = await this.read();
    if (found.length > 0) return found;
    await this.install(this.tx.scope);
    return this.read();
  }

  private read(): Promise<CloseReason[]> {
    return this.tx.rows('select code, labels, asks from case_close_reasons where organization_id = $1 and active order by position, code', [this.tx.scope.organizationId]);
  }
}

const INSTALL = `
  insert into case_close_reasons (organization_id, code, position, labels, asks)
  select $1, reason.value ->> 'code', reason.ordinality, reason.value -> 'labels', array(select jsonb_array_elements_text(reason.value -> 'asks'))
    from jsonb_array_elements($2::jsonb) with ordinality as reason
  on conflict on constraint case_close_reasons_code_once do nothing`;
