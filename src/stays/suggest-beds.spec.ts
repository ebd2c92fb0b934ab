import { suggestBeds, type FreeBed, type RoomToFill, type Sleeper } from './suggest-beds';

const sleeper = (personId: string, over: Partial<Sleeper> = {}): Sleeper => ({ personId, ageBand: 'adult', sex: 'female', needs: [], ...over });
const bed = (bedId: string, over: Partial<FreeBed> = {}): FreeBed => ({ bedId, kind: 'bed', characteristics: [], ...over });
const room = (roomId: string, freeBeds: FreeBed[], over: Partial<RoomToFill> = {}): RoomToFill => ({
  roomId, buildingId: 'main', spaceKind: 'dorm', floor: 0, others: [], freeBeds, ...over,
});
const best = (sleepers: Sleeper[], rooms: RoomToFill[], keepTogether = true): string[] | undefined =>
  suggestBeds(sleepers, rooms, keepTogether)[0]?.beds.map(({ personId, bedId }) => `${personId}:${bedId}`);

const mother = sleeper('mother');
const baby = sleeper('baby', { ageBand: 'infant', needs: ['crib'] });
const boy = sleeper('boy', { ageBand: 'child', sex: 'male' });

describe('beds for a party', () => {
  it('are for everybody or there are none', () => {
    expect(suggestBeds([mother, boy], [room('r', [bed('1')])], true)).toEqual([]);
    expect(suggestBeds([mother], [], true)).toEqual([]);
    expect(best([mother, boy], [room('r', [bed('1'), bed('2')])])).toEqual(['mother:1', 'boy:2']);
  });

  it('are together in a private room before a dormitory', () => {
    const rooms = [room('dorm', [bed('d1'), bed('d2'), bed('d3')]), room('family', [bed('f1'), bed('f2')], { spaceKind: 'family_room' })];

    expect(best([mother, boy], rooms)).toEqual(['mother:f1', 'boy:f2']);
  });

  it('are in the private room that fits, not in the largest', () => {
    const rooms = [
      room('large', [1, 2, 3, 4, 5].map((n) => bed(`l${n}`)), { spaceKind: 'family_room' }),
      room('small', [bed('s1'), bed('s2')], { spaceKind: 'family_room' }),
    ];

    expect(best([mother, boy], rooms)).toEqual(['mother:s1', 'boy:s2']);
  });

  it('give the crib to the infant and to nobody else', () => {
    const rooms = [room('r', [bed('c', { kind: 'crib' }), bed('1')])];

    expect(best([mother, baby], rooms)).toEqual(['mother:1', 'baby:c']);
    expect(best([mother, boy], rooms)).toBeUndefined();
  });

  it('change places until everybody has what they need', () => {
    const grandmother = sleeper('grandmother', { ageBand: 'older' });
    const rooms = [room('r', [bed('low', { kind: 'lower_bunk' }), bed('high', { kind: 'upper_bunk' })])];

    expect(best([sleeper('daughter'), grandmother], rooms)).toEqual(['daughter:high', 'grandmother:low']);
  });

  it('meet a need before they keep people together', () => {
    const uncle = sleeper('uncle', { sex: 'male', needs: ['wheelchair'] });
    const rooms = [
      room('near', [bed('n1'), bed('n2')], { spaceKind: 'family_room' }),
      room('step', [bed('w', { characteristics: ['wheelchair_space'] })], { spaceKind: 'family_room' }),
    ];

    expect(best([sleeper('aunt'), uncle], rooms)).toEqual(['aunt:n1', 'uncle:w']);
  });

  it('say which need is not met when the house cannot meet it', () => {
    const [plan] = suggestBeds([mother, baby], [room('r', [bed('1'), bed('2')])], true);

    expect(plan).toMatchObject({ unmet: 1, together: true, rooms: 1 });
    expect(plan?.beds[1]).toMatchObject({ personId: 'baby', unmet: ['crib'] });
  });

  it('never put a wheelchair user or an infant on an upper bunk', () => {
    const rooms = [room('r', [bed('high', { kind: 'upper_bunk' })])];

    expect(suggestBeds([sleeper('one', { needs: ['wheelchair'] })], rooms, true)).toEqual([]);
    expect(suggestBeds([baby], rooms, true)).toEqual([]);
    expect(best([sleeper('two')], rooms)).toEqual(['two:high']);
  });

  it('leave the beds that are rare to those who need them', () => {
    const rooms = [room('r', [bed('w', { characteristics: ['wheelchair_space'] }), bed('1')])];

    expect(best([mother], rooms)).toEqual(['mother:1']);
  });

  it('are not in an isolation room, nor in a private room that another party has', () => {
    expect(suggestBeds([mother], [room('i', [bed('1')], { spaceKind: 'isolation' })], true)).toEqual([]);
    expect(suggestBeds([mother], [room('f', [bed('1')], { spaceKind: 'family_room', others: [{ ageBand: 'adult', sex: 'female' }] })], true)).toEqual([]);
  });

  it('do not put a man who is alone beside women or other people’s children', () => {
    const man = sleeper('man', { sex: 'male' });

    expect(suggestBeds([man], [room('r', [bed('1')], { others: [{ ageBand: 'adult', sex: 'female' }] })], true)).toEqual([]);
    expect(suggestBeds([man], [room('r', [bed('1')], { others: [{ ageBand: 'child', sex: 'male' }] })], true)).toEqual([]);
    expect(best([man], [room('r', [bed('1')], { others: [{ ageBand: 'adult', sex: 'male' }] })])).toEqual(['man:1']);
  });

  it('take two rooms next to each other when one is too small, with an adult in each', () => {
    const father = sleeper('father', { sex: 'male' });
    const girl = sleeper('girl', { ageBand: 'child' });
    const rooms = [room('a', [bed('a1'), bed('a2')], { spaceKind: 'family_room' }), room('b', [bed('b1'), bed('b2')], { spaceKind: 'family_room' })];
    const [plan] = suggestBeds([mother, father, boy, girl], rooms, true);

    expect(plan?.rooms).toBe(2);
    expect(plan?.together).toBe(false);
  });
});
