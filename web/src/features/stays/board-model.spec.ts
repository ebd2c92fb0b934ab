import type { Board, BoardPeriod, BoardStay } from './board.api';
import { addDays, calendarOf, freeBeds, nightsBetween, planOf } from './board-model';

const bed = (id: string, over: { inServiceFrom?: string; inServiceUntil?: string | null } = {}) => ({ id, label: id, kind: 'bed' as const, characteristics: [], inServiceFrom: '2026-01-01', inServiceUntil: null, ...over });
const period = (bedId: string, from: string, until: string | null, over: Partial<BoardPeriod> = {}): BoardPeriod => ({
  id: `${bedId}${from}`, bedId, use: 'in_house', from, until, stayId: null, partyId: null, heldUntil: null, closureReason: null, ...over,
});
const board = (over: Partial<Board>): Board => ({
  siteId: 's', today: '2026-03-01', from: '2026-03-01', nights: 4, periods: [], stays: [], withoutBed: [], waiting: [], totals: [], maxStayNights: null,
  rooms: [{ id: 'r', name: 'Room', building: 'Main', spaceKind: 'dorm', floor: 0, beds: [bed('A'), bed('B')] }],
  capacities: { physical: 2, licensed: null, staffed: null, funded: null }, can: { book: true, close: true, correct: true, count: true }, ...over,
});
const pieces = (shown: Board): string[][] => calendarOf(shown).map((line) => line.pieces.map(({ night, span, period: own }) => `${night.slice(8)}+${span}${own ? ` ${own.use}` : ''}`));

describe('the calendar', () => {
  it('fills every line from the first night to the last', () => {
    expect(pieces(board({ periods: [period('A', '2026-03-02', '2026-03-04')] }))).toEqual([['01+1', '02+2 in_house', '04+1'], ['01+1', '02+1', '03+1', '04+1']]);
  });

  it('cuts what begins before it and goes on after it, also without an end', () => {
    const [line] = calendarOf(board({ periods: [period('A', '2026-02-20', null, { use: 'closed', closureReason: 'repair' })] }));

    expect(line?.pieces).toMatchObject([{ night: '2026-03-01', span: 4, startsBefore: true, endsAfter: true }]);
  });

  it('shows a bed on the nights it is in service', () => {
    const rooms = [{ ...(board({}).rooms[0] as Board['rooms'][number]), beds: [bed('A', { inServiceUntil: '2026-03-03' })] }];

    expect(calendarOf(board({ rooms }))[0]?.pieces.map(({ inService }) => inService)).toEqual([true, true, false, false]);
  });
});

describe('the plan of a night', () => {
  it('frees a bed on the day its guest leaves', () => {
    const shown = board({ periods: [period('A', '2026-03-01', '2026-03-02', { stayId: 'x' })], stays: [{ id: 'x', name: 'N' } as BoardStay] });

    expect(planOf(shown, '2026-03-01')[0]?.rooms[0]).toMatchObject({ free: 1, beds: [{ stay: { id: 'x' } }, { stay: null }] });
    expect(planOf(shown, '2026-03-02')[0]?.rooms[0]).toMatchObject({ free: 2 });
  });
});

describe('free beds', () => {
  it('are free on all of the nights, or taken by the stay that moves', () => {
    const shown = board({ periods: [period('A', '2026-03-02', '2026-03-03', { stayId: 'x' })] });
    const ids = (from: string, until: string, except?: string): string[] => freeBeds(shown, from, until, except).map((place) => place.bed.id);

    expect(ids('2026-03-01', '2026-03-04')).toEqual(['B']);
    expect(ids('2026-03-01', '2026-03-02')).toEqual(['A', 'B']);
    expect(ids('2026-03-03', '2026-03-04')).toEqual(['A', 'B']);
    expect(ids('2026-03-01', '2026-03-04', 'x')).toEqual(['A', 'B']);
  });
});

describe('calendar dates', () => {
  it('go over the end of a month, a leap day and the change of the clocks', () => {
    expect([addDays('2026-02-28', 1), addDays('2028-02-28', 1), addDays('2026-03-07', 2), addDays('2026-01-01', -1)]).toEqual(['2026-03-01', '2028-02-29', '2026-03-09', '2025-12-31']);
    expect(nightsBetween('2026-03-07', '2026-03-09')).toBe(2);
  });
});
