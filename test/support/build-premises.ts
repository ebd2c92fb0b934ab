import type { BedCharacteristic, BedKind } from '../../src/sites/bed.entity';
import type { SpaceKind } from '../../src/sites/room.entity';
import { Tx, type TxScope } from '../../src/platform/database/tx';
import type { World } from './world';

/** A bed to be built; an ordinary one in service since 2020 when nothing is said. */
export interface BuiltBed {
  kind?: BedKind;
  characteristics?: BedCharacteristic[];
  inServiceFrom?: string;
  inServiceUntil?: string | null;
}

/** A room that was built, with the ids of its beds in order. */
export interface BuiltRoom {
  buildingId: string;
  roomId: string;
  bedIds: string[];
}

let built = 0;

/** Builds a room with beds in a building of its own, at the first site of the first organization unless said otherwise. */
export function buildRoom(
  world: Pick<World, 'run' | 'get' | 'home'>,
  {
    beds = [{}, {}], spaceKind = 'dorm', floor = 0, siteId = world.home.house, scope = world.home.system,
  }: { beds?: BuiltBed[]; spaceKind?: SpaceKind; floor?: number; siteId?: string; scope?: TxScope } = {},
): Promise<BuiltRoom> {
  built += 1;
  const name = `B${String(built).padStart(4, '0')}`;
  const { organizationId } = scope;
  return world.run(scope, async () => {
    const tx = world.get(Tx);
    const insert = async (sql: string, parameters: unknown[]): Promise<string> => {
      const [row] = await tx.rows<{ id: string }>(sql, parameters);
      if (!row) throw new Error('nothing was built');
      return row.id;
    };
    const buildingId = await insert('insert into buildings (organization_id, site_id, name, position) values ($1, $2, $3, $4) returning id', [organizationId, siteId, name, built]);
    const roomId = await insert(
      'insert into rooms (organization_id, site_id, building_id, name, space_kind, floor, position) values ($1, $2, $3, $4, $5, $6, $7) returning id',
      [organizationId, siteId, buildingId, `Room ${name}`, spaceKind, floor, built],
    );
    const bedIds: string[] = [];
    for (const [at, { kind = 'bed', characteristics = [], inServiceFrom = '2020-01-01', inServiceUntil = null }] of beds.entries()) {
      bedIds.push(
        await insert(
          `insert into beds (organization_id, site_id, room_id, label, kind, characteristics, in_service_from, in_service_until, position)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
          [organizationId, siteId, roomId, `${name}-${at + 1}`, kind, characteristics, inServiceFrom, inServiceUntil, at],
        ),
      );
    }
    return { buildingId, roomId, bedIds };
  });
}
