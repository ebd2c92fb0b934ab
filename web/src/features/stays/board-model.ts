import type { Board, BoardBed, BoardPeriod, BoardRoom, BoardStay } from './board.api';

/** What one bed is on one night: nothing (free), spoken for, or not in service. */
export interface BedNight {
  bed: BoardBed;
  room: BoardRoom;
  period: BoardPeriod | null;
  stay: BoardStay | null;
  inService: boolean;
}

/** Rooms of one building, in their order. */
export interface BuildingPlan {
  building: string;
  rooms: { room: BoardRoom; beds: BedNight[]; free: number }[];
}

/** One bed's line in the calendar: pieces from left to right that fill all nights. */
export interface BedLine {
  bed: BoardBed;
  room: BoardRoom;
  pieces: { night: string; span: number; period: BoardPeriod | null; stay: BoardStay | null; inService: boolean; startsBefore: boolean; endsAfter: boolean }[];
}

/** The date `days` after a calendar date. */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Nights between two calendar dates. */
export function nightsBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** The plan of one night: every bed of every room with who has it. */
export function planOf(board: Board, night: string): BuildingPlan[] {
  const stays = staysById(board);
  const buildings = new Map<string, BuildingPlan>();
  for (const room of board.rooms) {
    const beds = room.beds.map((bed) => bedNight(board, stays, room, bed, night)).filter(({ inService, period }) => inService || period !== null);
    if (beds.length === 0) continue;
    const plan = buildings.get(room.building) ?? { building: room.building, rooms: [] };
    plan.rooms.push({ room, beds, free: beds.filter(({ period }) => period === null).length });
    buildings.set(room.building, plan);
  }
  return [...buildings.values()];
}

/** The calendar: one line for each bed. */
export function calendarOf(board: Board): BedLine[] {
  const stays = staysById(board);
  const end = addDays(board.from, board.nights);
  return board.rooms.flatMap((room) =>
    room.beds.map((bed) => {
      const pieces: BedLine['pieces'] = [];
      for (let night = board.from; night < end; ) {
        const here = bedNight(board, stays, room, bed, night);
        const until = here.period ? (here.period.until === null || here.period.until > end ? end : here.period.until) : addDays(night, 1);
        pieces.push({
          night, span: nightsBetween(night, until), period: here.period, stay: here.stay, inService: here.inService,
          startsBefore: here.period !== null && here.period.from < board.from, endsAfter: here.period !== null && (here.period.until === null || here.period.until > end),
        });
        night = until;
      }
      return { bed, room, pieces };
    }),
  );
}

/** Beds that are free on all nights of a span (half open), as far as the board shows them. */
export function freeBeds(board: Board, from: string, until: string, exceptStayId?: string): { bed: BoardBed; room: BoardRoom }[] {
  const overlaps = (period: BoardPeriod): boolean => period.from < until && (period.until === null || period.until > from) && (period.stayId === null || period.stayId !== exceptStayId);
  const taken = new Set(board.periods.filter(overlaps).map(({ bedId }) => bedId));
  return board.rooms.flatMap((room) =>
    room.beds
      .filter((bed) => bed.inServiceFrom <= from && (bed.inServiceUntil === null || bed.inServiceUntil >= until) && !taken.has(bed.id))
      .map((bed) => ({ bed, room })),
  );
}

function bedNight(board: Board, stays: ReadonlyMap<string, BoardStay>, room: BoardRoom, bed: BoardBed, night: string): BedNight {
  const period = board.periods.find(({ bedId, from, until }) => bedId === bed.id && from <= night && (until === null || until > night)) ?? null;
  const stay = period?.stayId ? (stays.get(period.stayId) ?? null) : null;
  return { bed, room, period, stay, inService: bed.inServiceFrom <= night && (bed.inServiceUntil === null || bed.inServiceUntil > night) };
}

function staysById(board: Board): Map<string, BoardStay> {
  return new Map(board.stays.map((stay) => [stay.id, stay]));
}
