import { type Choice, chosen, namedFields } from './edit-choice';

const mine = { statement: 'Aprender inglés', why: 'Por mi trabajo', strengths: 'Leo bien' };
const theirs = { statement: 'Aprender inglés de noche', why: 'Por mis hijos', strengths: 'Leo bien' };

describe('choosing between two texts', () => {
  it('keeps everything that was typed until something else is taken', () => {
    expect(chosen(mine, theirs, {})).toEqual(mine);
    expect(chosen(mine, theirs, { statement: 'mine', why: 'mine' })).toEqual(mine);
  });

  it('gives each field to whom it was given, for every way to choose', () => {
    const ways: Choice[] = ['mine', 'theirs'];
    for (const statement of ways) {
      for (const why of ways) {
        for (const strengths of ways) {
          const choices = { statement, why, strengths };
          const result = chosen(mine, theirs, choices);
          for (const field of ['statement', 'why', 'strengths'] as const) expect(result[field]).toBe({ mine, theirs }[choices[field]][field]);
        }
      }
    }
  });

  it('asks about the fields that the server names and the form has', () => {
    expect(namedFields({ version: 4, fields: ['why', 'dueOn'] }, mine)).toEqual(['why']);
    expect(namedFields({}, mine)).toEqual([]);
  });
});
