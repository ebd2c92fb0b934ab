import { DEMO_ROLES, demoEmail } from './demo-accounts';
import type { DemoSite, DemoUser } from './demo.model';
import { familyNames, givenNames } from './names-of';
import type { Random } from './random';

/** Who works in an organization: one account of every role that can sign in, and the shifts of every site. */
export function staffOf(code: string, sites: DemoSite[], began: number, random: Random): DemoUser[] {
  const [home] = sites;
  const signIns = DEMO_ROLES.map(({ account, role, wholeOrganization }): DemoUser => ({
    ...person(random, began),
    email: demoEmail(account, code),
    role,
    siteId: wholeOrganization ? null : (home?.id ?? null),
    signsIn: true,
  }));
  const shifts = sites.flatMap((site) =>
    Array.from({ length: 6 }, (_, at): DemoUser => ({
      ...person(random, began),
      email: `${site.code.toLowerCase()}.shift${at + 1}@${code}.example`,
      role: at < 2 ? 'coordinator' : 'intake_worker',
      siteId: site.id,
      signsIn: false,
    })),
  );
  return [...signIns, ...shifts];
}

function person(random: Random, began: number): Pick<DemoUser, 'id' | 'fullName' | 'language'> {
  const given = givenNames('US', random.chance(0.65) ? 'female' : 'male', random).split(' ')[0] ?? '';
  return {
    id: random.uuid(began),
    fullName: `${given} ${familyNames('US', random).split(' ')[0] ?? ''}`,
    language: random.chance(0.4) ? 'es' : 'en',
  };
}
