import { centsOf, dollars, monthText } from './money';

describe('money on the screen', () => {
  it('is typed in dollars and kept in cents', () => {
    expect([centsOf('1234.56'), centsOf(0.07), centsOf('')]).toEqual([123_456, 7, 0]);
    expect([dollars(123_456, 'en'), dollars(120_000, 'en')]).toEqual(['$1,234.56', '$1,200']);
  });

  it('is of a month, whatever the zone of the device', () => {
    expect([monthText('2026-03', 'en'), monthText('2026-12', 'es')]).toEqual(['March 2026', 'diciembre de 2026']);
  });
});
