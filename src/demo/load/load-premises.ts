import type { Sealing } from '../../platform/sealing/sealing.service';
import type { Tx } from '../../platform/database/tx';
import type { DemoOrganization } from '../demo.model';
import { arrayLiteral, insertAll } from './insert';

/** Writes an organization's sites with buildings, rooms, beds and capacities. */
export async function loadPremises(tx: Tx, sealing: Sealing, organization: DemoOrganization): Promise<void> {
  const key = await sealing.organization();
  const { sites } = organization;
  const buildings = sites.flatMap((site) => site.buildings.map((building, position) => ({ ...building, siteId: site.id, position })));
  const rooms = buildings.flatMap(({ id, siteId, rooms: inside }) => inside.map((room, position) => ({ ...room, siteId, buildingId: id, position })));
  const opened = new Map(sites.map((site) => [site.id, site.opensOn]));
  const beds = rooms.flatMap(({ id, siteId, beds: inside }) => inside.map((bed, position) => ({ ...bed, siteId, roomId: id, position })));
  await insertAll(tx, SITES, sites, [
    ({ id }) => id,
    ({ name }) => name,
    ({ code }) => code,
    ({ timeZone }) => timeZone,
    ({ kind }) => kind,
    ({ id, address }) => key.seal('sites.address_sealed', id, address),
    ({ maxStayNights }) => maxStayNights,
    ({ opensOn }) => opensOn,
  ]);
  await insertAll(tx, BUILDINGS, buildings, [({ id }) => id, ({ siteId }) => siteId, ({ name }) => name, ({ position }) => position]);
  await insertAll(tx, ROOMS, rooms, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ buildingId }) => buildingId,
    ({ name }) => name,
    ({ spaceKind }) => spaceKind,
    ({ floor }) => floor,
    ({ position }) => position,
  ]);
  await insertAll(tx, BEDS, beds, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ roomId }) => roomId,
    ({ label }) => label,
    ({ kind }) => kind,
    ({ characteristics }) => arrayLiteral(characteristics),
    ({ siteId }) => opened.get(siteId),
    ({ position }) => position,
  ]);
  const capacities = sites.flatMap((site) => site.capacities.map((capacity) => ({ ...capacity, siteId: site.id })));
  await insertAll(tx, CAPACITIES, capacities, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ effectiveFrom }) => effectiveFrom,
    ({ licensed }) => licensed,
    ({ staffed }) => staffed,
    ({ funded }) => funded,
  ]);
}

const SITES = `
  insert into sites (organization_id, id, name, code, time_zone, kind, address_sealed, max_stay_nights, created_at)
  select $1, r.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::int[], $9::timestamptz[]) as r`;

const BUILDINGS = `
  insert into buildings (organization_id, id, site_id, name, position)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[]) as r`;

const ROOMS = `
  insert into rooms (organization_id, id, site_id, building_id, name, space_kind, floor, position)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::int[]) as r`;

const BEDS = `
  insert into beds (organization_id, id, site_id, room_id, label, kind, characteristics, in_service_from, position)
  select $1, r.id, r.site, r.room, r.label, r.kind, r.characteristics::text[], r.since, r.position
    from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::date[], $9::int[])
      as r (id, site, room, label, kind, characteristics, since, position)`;

const CAPACITIES = `
  insert into site_capacities (organization_id, id, site_id, effective_from, licensed, staffed, funded, recorded_at)
  select $1, r.*, r.since::timestamptz
    from unnest($2::uuid[], $3::uuid[], $4::date[], $5::int[], $6::int[], $7::int[]) as r (id, site, since, licensed, staffed, funded)`;
