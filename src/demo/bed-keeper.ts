import type { DemoBed, DemoBuilding, DemoRoom } from './demo.model';
import type { DemoPerson } from './demo-people.model';

interface KeptBed {
  bed: DemoBed;
  room: DemoRoom;
  /** The first day on which nobody has the bed. */
  freeFrom: number;
}

/** Who needs a bed, as far as it decides which one. */
export type Sleeper = Pick<DemoPerson, 'ageBand' | 'sex' | 'needs'>;

/** Gives out the beds of a site so that no bed is ever spoken for twice on one night. */
export class BedKeeper {
  private readonly rooms: { room: DemoRoom; beds: KeptBed[] }[];

  constructor(buildings: DemoBuilding[]) {
    const rooms = buildings.flatMap((building) => building.rooms);
    this.rooms = rooms.map((room) => ({ room, beds: room.beds.map((bed) => ({ bed, room, freeFrom: -1 })) }));
  }

  /** A bed for each sleeper from a day on, together where that is possible; null when the house is too full. */
  assign(sleepers: readonly Sleeper[], day: number): KeptBed[] | null {
    const family = sleepers.length > 1;
    const meantFor = family ? 'families' : sleepers[0]?.sex === 'female' ? 'women' : 'men';
    if (family) {
      const together = this.rooms.find(({ room, beds }) => room.meantFor === 'families' && holds(free(beds, day), sleepers));
      if (together) return fit(sleepers, free(together.beds, day));
    }
    const order = [meantFor, 'anyone', 'families', meantFor === 'men' ? 'women' : 'men'] as const;
    const open = order.flatMap((group) => this.rooms.filter(({ room }) => room.meantFor === group && room.spaceKind !== 'isolation'));
    const enough: KeptBed[] = [];
    for (const { beds } of open) {
      enough.push(...free(beds, day));
      if (enough.length >= sleepers.length + 4 && holds(enough, sleepers)) break;
    }
    return holds(enough, sleepers) ? fit(sleepers, enough) : null;
  }

  /** A free bed of a kind of space (a quiet room for somebody who is ill), if there is one. */
  oneOf(spaceKind: DemoRoom['spaceKind'], day: number): KeptBed | null {
    for (const { room, beds } of this.rooms) {
      const found = room.spaceKind === spaceKind ? free(beds, day).find(({ bed }) => bed.kind !== 'crib') : undefined;
      if (found) return found;
    }
    return null;
  }

  /** The free beds of the fullest free room of a kind, for closing it. */
  roomOf(spaceKind: DemoRoom['spaceKind'], day: number): KeptBed[] {
    return this.rooms.filter(({ room, beds }) => room.spaceKind === spaceKind && free(beds, day).length === beds.length)[0]?.beds ?? [];
  }

  /** Speaks for a bed until a day (exclusive). */
  keep(bed: KeptBed, until: number): void {
    bed.freeFrom = Math.max(bed.freeFrom, until);
  }

  /** Gives a bed back earlier than was said: its guest moved. */
  release(bed: KeptBed, from: number): void {
    bed.freeFrom = Math.min(bed.freeFrom, from);
  }

  /** How many beds are free from a day on. */
  freeCount(day: number): number {
    return this.rooms.reduce((sum, { beds }) => sum + free(beds, day).length, 0);
  }
}

export type { KeptBed };

function free(beds: KeptBed[], day: number): KeptBed[] {
  return beds.filter((bed) => bed.freeFrom <= day);
}

/** Whether the beds are enough for all of them; only an infant can sleep in a crib. */
function holds(beds: KeptBed[], sleepers: readonly Sleeper[]): boolean {
  const cribs = beds.filter(({ bed }) => bed.kind === 'crib').length;
  const infants = sleepers.filter(({ ageBand }) => ageBand === 'infant').length;
  return beds.length - cribs >= sleepers.length - Math.min(cribs, infants);
}

/** Cribs to infants, lower bunks and step-free beds to those who need them, the rest as it comes. */
function fit(sleepers: readonly Sleeper[], beds: KeptBed[]): KeptBed[] {
  const left = [...beds];
  const chosen = new Map<Sleeper, KeptBed>();
  const strict = [...sleepers].sort((one, other) => demands(other) - demands(one));
  for (const sleeper of strict) {
    const best = left.findIndex(({ bed }) => suits(sleeper, bed));
    const at = best >= 0 ? best : left.findIndex(({ bed }) => bed.kind !== 'crib');
    chosen.set(sleeper, left[at] as KeptBed);
    left.splice(at, 1);
  }
  return sleepers.map((sleeper) => chosen.get(sleeper) as KeptBed);
}

function demands(sleeper: Sleeper): number {
  return sleeper.needs.length * 2 + (sleeper.ageBand === 'infant' ? 1 : 0);
}

function suits(sleeper: Sleeper, bed: DemoBed): boolean {
  if (sleeper.ageBand === 'infant') return bed.kind === 'crib';
  if (bed.kind === 'crib') return false;
  if (sleeper.needs.includes('wheelchair')) return bed.characteristics.includes('wheelchair_space');
  if (sleeper.needs.includes('lower_bunk') || sleeper.ageBand === 'older') return bed.kind !== 'upper_bunk';
  return true;
}
