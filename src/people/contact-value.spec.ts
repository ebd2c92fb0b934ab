import { maskedANumber, nineDigits } from './a-number';
import { maskedContact, readContact } from './contact-value';

describe('a number or address', () => {
  it.each([
    ['(305) 555-0142', '+13055550142'],
    [' +504 9999 1234 ', '+50499991234'],
    ['12', null],
    ['555-0142', null],
    ['+99912345678', null],
    ['3'.repeat(41), null],
  ])('reads %s as a telephone number: %s', (text, number) => {
    expect(readContact('phone', text)).toBe(number);
    expect(readContact('whatsapp', text)).toBe(number);
  });

  it.each([
    [' maricela.p@example.org ', 'maricela.p@example.org'],
    ['maricela@', null],
    ['maricela@example', null],
    ['a@b.c', null],
    ['two words@example.org', null],
    ['"x"<y@example.org>', null],
  ])('reads %s as an e-mail address: %s', (text, address) => {
    expect(readContact('email', text)).toBe(address);
  });

  it('shows its end, or its first letter', () => {
    expect(maskedContact('phone', '+13055550142')).toBe('••••42');
    expect(maskedContact('email', 'maricela@example.org')).toBe('m•••@•••');
  });
});

describe('an A-number', () => {
  it.each([
    ['A 234-567-801', '234567801'],
    ['a2345678', '002345678'],
    ['A#1234567', '001234567'],
    ['234567', null],
    ['2345678901', null],
    ['000000000', null],
    ['111 111 111', null],
    ['A23456780x', null],
  ])('reads %s as %s', (text, digits) => {
    expect(nineDigits(text)).toBe(digits);
  });

  it('shows its last two digits', () => {
    expect(maskedANumber('234567801')).toBe('A•••••••01');
  });
});
