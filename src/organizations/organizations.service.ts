import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Tx, type TxScope } from '../platform/database/tx';
import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';
import { Sealing } from '../platform/sealing/sealing.service';
import { Organization } from './organization.entity';

const organizationProblems = problems({
  ORGANIZATION_CODE_TAKEN: [409, 'Another organization here has this code already. Choose another.'],
});
whenBroken('organizations_code_unique', organizationProblems.ORGANIZATION_CODE_TAKEN);

/** What a new organization is called. */
export interface NewOrganization {
  id: string;
  name: string;
  code: string;
  defaultLanguage: string;
  isDemo: boolean;
}

/** The tenants of this installation. */
@Injectable()
export class Organizations {
  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
  ) {}

  /** Makes an organization with a key of its own. Gives the scope of its system work. */
  async create(organization: NewOrganization): Promise<TxScope> {
    const scope: TxScope = { organizationId: organization.id, userId: null };
    const wrappedKey = await this.sealing.newOrganizationKey(organization.id);
    await this.tx.run(scope, async () => {
      await this.tx.em.insert(Organization, { ...organization, wrappedKey });
      await this.audit.record({ action: 'organization.created', recordType: 'organization', recordId: organization.id });
    });
    return scope;
  }

  /** The organization of the open transaction. */
  current(): Promise<Organization> {
    return this.tx.em.findOneByOrFail(Organization, { id: this.tx.scope.organizationId });
  }
}
