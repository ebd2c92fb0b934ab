import fc from 'fast-check';
import { decideDateOrder, orderOfHeader } from './date-order';
import { isRealDay, readDate } from './dates';
import { readBirth } from './read-birth';

const today = '2026-03-01';
const date = (text: string, order: 'day_first' | 'month_first' | null = null) => {
  const read = readDate(text, order, 2026);
  return read.kind === 'date' ? read.date : read.kind;
};

describe('reading a date', () => {
  it.each([
    ['1990-03-25', '1990-03-25'], ['1990/3/5', '1990-03-05'], ['25/03/1990', '1990-03-25'], ['03/25/1990', '1990-03-25'], ['25.3.90', '1990-03-25'],
      ['25-03-1990', '1990-03-25'],
    ['05/05/1990', '1990-05-05'], ['03/04/1990', 'either'], ['31/02/1990', 'impossible'], ['1990-02-31', 'impossible'], ['29/02/2000', '2000-02-29'],
      ['29/02/1900', 'impossible'],
    ['13/13/1990', 'impossible'], ['19900325', '1990-03-25'], ['25031990', '1990-03-25'], ['32957', '1990-03-25'], ['1990', 'year'],
      ['12', 'unreadable'],
    ['25 de marzo de 1990', '1990-03-25'], ['March 25, 1990', '1990-03-25'], ['25-Mar-90', '1990-03-25'], ['25mar1990', '1990-03-25'],
      ['25 mars 1990', '1990-03-25'], ['1er janvier 1990', '1990-01-01'],
    ['25 de março de 1990', '1990-03-25'], ['3 août 1990', '1990-08-03'], ['15 setiembre 1990', '1990-09-15'], ['31 abril 1990', 'impossible'],
      ['sometime in May', 'unreadable'],
    ['1990-03-25 00:00:00', '1990-03-25'], ['3/25/1990 12:00:00 AM', '1990-03-25'], ['1990-03-25T00:00:00.000Z', '1990-03-25'],
      ['25 / 03 / 1990', '1990-03-25'],
  ])('%s → %s', (text, expected) => {
    expect(date(text)).toBe(expected);
  });

  it('takes the order that was chosen where both are possible, and the only possible one where not', () => {
    expect([date('03/04/1990', 'day_first'), date('03/04/1990', 'month_first'), date('03/25/1990', 'day_first')]).toEqual(['1990-04-03',
      '1990-03-04', '1990-03-25']);
  });

  it('takes the most recent century for years of two digits', () => {
    expect([date('25/03/26'), date('25/03/27'), date('25/03/00')]).toEqual(['2026-03-25', '1927-03-25', '2000-03-25']);
  });

  it('reads its own writing again, in every way of writing it', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
    fc.assert(fc.property(days, (day) => {
      const [year, month, dayOfMonth] = day.split('-') as [string, string, string];

      expect(date(day)).toBe(day);
      expect(date(`${dayOfMonth}/${month}/${year}`, 'day_first')).toBe(day);
      expect(date(`${month}-${dayOfMonth}-${year}`, 'month_first')).toBe(day);
    }));
  });

  it('never throws, and never answers a day that does not exist', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 ./-]{1,12}$/)), (text) => {
      const read = readDate(text, null);

      if (read.kind === 'date') expect(isRealDay(...(read.date.split('-').map(Number) as [number, number, number]))).toBe(true);
    }));
  });
});

describe('the order of the dates of a file', () => {
  it('is what all telling dates agree on', () => {
    expect(decideDateOrder(['03/04/1990', '25/12/1991', '1990-01-02', ''])).toEqual({ order: 'day_first', dayFirst: 1, monthFirst: 0, open: 1 });
    expect(decideDateOrder(['03/04/1990', '12/25/1991']).order).toBe('month_first');
  });

  it('is left to a person when nothing tells or the dates disagree', () => {
    expect(decideDateOrder(['03/04/1990', '05/05/1991']).order).toBeNull();
    expect(decideDateOrder(['25/12/1991', '12/25/1991'])).toMatchObject({ order: null, dayFirst: 1, monthFirst: 1 });
  });

  it('may be announced by the title', () => {
    expect(['DOB (mm/dd/yyyy)', 'Fecha (DD-MM-AAAA)', 'Née le (jj/mm/aaaa)', 'DOB'].map(orderOfHeader)).toEqual(['month_first', 'day_first',
      'day_first', null]);
  });
});

describe('a birth date', () => {
  const birth = (dateText: string, ageText = '', order: 'day_first' | null = 'day_first') => readBirth(dateText, ageText, { order, today });

  it.each([
    ['2026-03-02', 'BIRTH_DATE_IN_FUTURE'], ['1916-03-01', undefined], ['1915-02-28', 'BIRTH_DATE_TOO_OLD'], ['31/02/1990', 'BIRTH_DATE_IMPOSSIBLE'],
      ['soon', 'BIRTH_DATE_UNREADABLE'], ['2026-03-01', undefined],
  ])('%s has the problem %s', (text, problem) => {
    expect(birth(text).problems[0]).toBe(problem);
  });

  it('stays open until the order is chosen', () => {
    expect(birth('03/04/1990', '', null)).toMatchObject({ birthDate: null, problems: ['DATE_AMBIGUOUS'] });
    expect(birth('03/04/1990')).toMatchObject({ birthDate: '1990-04-03', quality: 'full' });
  });

  it('on the first of January stands for a year', () => {
    expect(birth('01/01/1990')).toMatchObject({ quality: 'year', hints: ['BIRTHDAY_JANUARY_FIRST'] });
    expect(birth('1990')).toMatchObject({ birthDate: '1990-01-01', quality: 'year', hints: ['BIRTH_YEAR_ONLY'] });
  });

  it('is worked out from the age when there is none', () => {
    expect(birth('', '36')).toMatchObject({ birthDate: '1990-01-01', quality: 'approximate', hints: ['BIRTH_DATE_FROM_AGE'] });
    expect(birth('N/A', '8 meses')).toMatchObject({ birthDate: '2026-01-01', quality: 'approximate' });
    expect(birth('', 'old').problems).toEqual(['AGE_UNREADABLE']);
    expect(birth('')).toMatchObject({ birthDate: null, hints: ['BIRTH_DATE_MISSING'] });
  });

  it('says when it does not agree with the age, or is written in the other order', () => {
    expect(birth('25/03/1990', '20').hints).toEqual(['AGE_DISAGREES']);
    expect(birth('03/25/1990').hints).toEqual(['DATE_ORDER_DIFFERS']);
  });

  it('with a short year is never in the future', () => {
    expect(birth('25/12/26')).toMatchObject({ birthDate: '1926-12-25', hints: ['BIRTH_YEAR_SHORT'] });
  });
});
