import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Tx, type TxScope } from '../platform/database/tx';
import { cataloguePack } from './catalogue-pack';
import { ServiceKindsRepository } from './service-kinds.repository';

/** Gives an organization the catalogue that Posada is delivered with. */
@Injectable()
export class ServiceCatalogue {
  constructor(
    private readonly tx: Tx,
    private readonly kinds: ServiceKindsRepository,
    private readonly audit: Audit,
  ) {}

  /** Installs what is missing and leaves what is there as it is. Answers the ids of the whole catalogue by code. */
  install(scope: TxScope): Promise<Map<string, string>> {
    return this.tx.run(scope, async () => {
      const made = await this.kinds.install(scope.organizationId, cataloguePack);
      await this.audit.recordMany(made.map((id) => ({ action: 'service_kind.created', recordType: 'service_kind', recordId: id, reason: 'delivered' })));
      const all = await this.kinds.all(scope.organizationId);
      return new Map(all.map(({ code, id }) => [code, id]));
    });
  }
}
