import { randomUUID } from 'node:crypto';
import type { Acuity } from '../../src/cases/case.entity';
import type { Compartment } from '../../src/cases/case-compartment-grant.entity';
import { Tx } from '../../src/platform/database/tx';
import { Sealing } from '../../src/platform/sealing/sealing.service';
import { buildParty, type BuiltMember } from './build-people';
import type { World } from './world';

/** How a case is to be; whatever is not said is usual. */
export interface CaseDraft {
  siteId?: string;
  members?: BuiltMember[];
  /** Persons that are there already, instead of `members`. */
  personIds?: string[];
  /** The lead worker; the caseworker when nothing is said, nobody when null. */
  leadId?: string | null;
  teamIds?: string[];
  compartments?: { userId: string; compartment: Compartment }[];
  sealed?: boolean;
  acuity?: Acuity;
  openedOn?: string;
}

/** A case that was built. */
export interface BuiltCase {
  id: string;
  code: string;
  personIds: string[];
}

/** Opens a case of the home organization by plain SQL: a party of one, the caseworker in the lead. */
export async function buildCase(world: Pick<World, 'run' | 'get' | 'home'>, draft: CaseDraft = {}): Promise<BuiltCase> {
  const { organizationId, system, users, house } = world.home;
  const { siteId = house, leadId = users.caseworker, teamIds = [], compartments = [], sealed = false, acuity = 'moderate', openedOn = '2026-03-01' } = draft;
  const party = draft.personIds ? null : await buildParty(world, { members: draft.members, siteId, arrivedOn: openedOn });
  const personIds = draft.personIds ?? party?.personIds ?? [];
  const id = randomUUID();
  const code = `C-${id.slice(0, 6).toUpperCase()}`;
  await world.run(system, async () => {
    const tx = world.get(Tx);
    await world.get(Sealing).newSubject(id);
    await tx.write(
      'insert into cases (id, organization_id, site_id, party_id, code, sealed, acuity, opened_on, opened_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, organizationId, siteId, party?.id ?? null, code, sealed, acuity, openedOn, leadId],
    );
    await tx.write('insert into case_members (organization_id, case_id, person_id, joined_on) select $1, $2, unnest($3::uuid[]), $4', [organizationId, id, personIds, openedOn]);
    const team = [...(leadId === null ? [] : [{ userId: leadId, role: 'lead' }]), ...teamIds.map((userId) => ({ userId, role: 'team' }))];
    for (const { userId, role } of team) {
      await tx.write('insert into case_workers (organization_id, case_id, user_id, role) values ($1, $2, $3, $4)', [organizationId, id, userId, role]);
    }
    for (const { userId, compartment } of compartments) {
      await tx.write('insert into case_compartment_grants (organization_id, case_id, user_id, compartment) values ($1, $2, $3, $4)', [organizationId, id, userId, compartment]);
    }
  });
  return { id, code, personIds };
}
