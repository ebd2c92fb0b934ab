import { Tx } from '../../src/platform/database/tx';
import { ServiceCatalogue } from '../../src/services/service-catalogue';
import type { BuiltParty } from './build-people';
import type { BuiltRoom } from './build-premises';
import type { World } from './world';

type Built = Pick<World, 'run' | 'get' | 'home'>;

/** The delivered catalogue of the first organization: a function from code to id. */
export async function installCatalogue(world: Built): Promise<(code: string) => string> {
  const ids = await world.get(ServiceCatalogue).install(world.home.system);
  return (code) => {
    const id = ids.get(code);
    if (!id) throw new Error(`the catalogue has no kind "${code}"`);
    return id;
  };
}

/** Lets the members of a party sleep in the beds of a room, one each. */
export async function lodge(world: Built, party: BuiltParty, room: BuiltRoom, nights: { from: string; to: string }): Promise<void> {
  const { house, organizationId, system } = world.home;
  await world.run(system, async () => {
    for (const [at, personId] of party.personIds.entries()) {
      await world.get(Tx).write(
        `with stay as (
           insert into stays (organization_id, site_id, person_id, party_id, state, arrives_on, departs_on, arrived_at)
           values ($1, $2, $3, $4, 'in_house', $5, $6, $5::date + interval '12 hours') returning id)
         insert into bed_periods (organization_id, site_id, bed_id, during, use, stay_id, person_id, party_id)
         select $1, $2, $7, daterange($5::date, $6::date), 'in_house', stay.id, $3, $4 from stay`,
        [organizationId, house, personId, party.id, nights.from, nights.to, room.bedIds[at]],
      );
    }
  });
}
