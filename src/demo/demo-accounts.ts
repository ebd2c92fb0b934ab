/** The roles that can be tried out, with the name their demo account carries in its e-mail address. */
export const DEMO_ROLES: readonly { account: string; role: string; wholeOrganization: boolean }[] = [
  { account: 'coordinator', role: 'coordinator', wholeOrganization: false },
  { account: 'intake', role: 'intake_worker', wholeOrganization: false },
  { account: 'caseworker', role: 'caseworker', wholeOrganization: false },
  { account: 'supervisor', role: 'supervisor', wholeOrganization: false },
  { account: 'grants', role: 'grant_administrator', wholeOrganization: true },
  { account: 'admin', role: 'organization_administrator', wholeOrganization: true },
  { account: 'caseworker2', role: 'caseworker', wholeOrganization: false },
  { account: 'director', role: 'program_director', wholeOrganization: false },
];

/** The one password of every demo sign-in. It is public, so the demo listens on loopback only. */
export const DEMO_PASSWORD = 'posada-demo-1';

/** The e-mail address that an account of an organization has in the demo. */
export function demoEmail(account: string, organizationCode: string): string {
  return `${account}@${organizationCode}.example`;
}

/** The addresses of the demo sign-ins of an organization. */
export function demoEmails(organizationCode: string): string[] {
  return DEMO_ROLES.map(({ account }) => demoEmail(account, organizationCode));
}
