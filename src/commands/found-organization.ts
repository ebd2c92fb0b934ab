import { randomUUID } from 'node:crypto';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { AccountTokens, linkHours } from '../auth/account-tokens';
import { RoleGrant } from '../auth/role-grant.entity';
import { User } from '../auth/user.entity';
import { Organizations } from '../organizations/organizations.service';
import { Clock } from '../platform/clock/clock';
import { CONFIG, type Config } from '../platform/config/config';
import { Tx } from '../platform/database/tx';
import { ProgramPacks } from '../programs/program-packs';
import { ServiceCatalogue } from '../services/service-catalogue';

/** What a new organization and its first administrator are called. */
export interface Founding {
  name: string;
  code: string;
  language: string;
  adminEmail: string;
  adminName: string;
}

/** The new organization, and the one link with which its administrator chooses a password. */
export interface Founded {
  organizationId: string;
  link: string;
  linkHours: number;
}

/** Makes an organization as it starts: its key, the delivered programs and service catalogue, and an administrator who invites everybody else. */
export async function foundOrganization(app: INestApplicationContext, { name, code, language, adminEmail, adminName }: Founding): Promise<Founded> {
  const from = <T>(service: Type<T>): T => app.get(service, { strict: false });
  const tx = from(Tx);
  const scope = await from(Organizations).create({ id: randomUUID(), name, code, defaultLanguage: language, isDemo: false });
  const { organizationId } = scope;
  return tx.run(scope, async () => {
    await from(ProgramPacks).install(scope);
    await from(ServiceCatalogue).install(scope);
    const inserted = await tx.em.insert(User, { organizationId, email: adminEmail.toLowerCase(), fullName: adminName, language, status: 'invited' });
    const { id: userId } = inserted.identifiers[0] as { id: string };
    await tx.em.insert(RoleGrant, { organizationId, userId, role: 'organization_administrator', scope: 'organization', scopeId: null, validFrom: from(Clock).today('UTC') });
    await from(Audit).recordMany([
      { action: 'user.invited', recordType: 'user', recordId: userId },
      { action: 'role.granted', recordType: 'user', recordId: userId, fields: ['organization_administrator'] },
    ]);
    const token = await from(AccountTokens).issue(userId, 'invitation');
    const { publicUrl } = app.get<Config>(CONFIG, { strict: false });
    return { organizationId, link: `${publicUrl}/welcome#token=${token}`, linkHours: linkHours.invitation };
  });
}
