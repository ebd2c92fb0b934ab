import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Tx } from '../platform/database/tx';
import { DEMO_PASSWORD, DEMO_ROLES, demoEmail, demoEmails } from './demo-accounts';
import type { DemoSignInsView, DemoSignInView } from './demo.dto';

type AccountRow = Omit<DemoSignInView, 'password'> & { code: string };

/** Tells with which accounts the demo can be tried. */
@Injectable()
export class DemoSignIns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tx: Tx,
  ) {}

  /** The accounts of the demo organizations, in the order of the roles; none of an organization that is real. */
  async list(): Promise<DemoSignInsView> {
    const organizations = await this.dataSource.query<{ id: string }[]>('select id from sec.organization_ids() as id');
    const items: DemoSignInView[] = [];
    for (const { id } of organizations) items.push(...(await this.tx.run({ organizationId: id, userId: null }, () => this.ofOrganization())));
    return { items, password: DEMO_PASSWORD };
  }

  private async ofOrganization(): Promise<DemoSignInView[]> {
    const [organization] = await this.tx.rows<{ code: string }>('select code from organizations where is_demo');
    if (!organization) return [];
    const rows = await this.tx.rows<AccountRow>(ACCOUNTS, [demoEmails(organization.code)]);
    return DEMO_ROLES.flatMap(({ account }) => rows.filter(({ email }) => email === demoEmail(account, organization.code))).map(
      ({ email, role, organization: name, site }) => ({ email, role, organization: name, site, password: DEMO_PASSWORD }),
    );
  }
}

const ACCOUNTS = `
  select u.email, g.role, o.name as organization, s.name as site
    from users u
    join role_grants g on g.organization_id = u.organization_id and g.user_id = u.id and g.ended_at is null
    join organizations o on o.id = u.organization_id
    left join sites s on s.organization_id = g.organization_id and s.id = g.scope_id
   where u.email = any ($1::text[]) and u.status = 'active'`;
