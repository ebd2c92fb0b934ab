import { weaknessOf } from './password-strength';

const ana = { email: 'ana.benavides@frontera.example', fullName: 'Ana Benavides', organizationName: 'Frontera Respite Network' };

describe('how strong a password is', () => {
  it.each([
    ['seven quiet herons wade'],
    ['siete garzas tranquilas'],
    ['kX9#vQ2$mZ7!'],
    ['七つの静かなサギが水の中'],
    ['ana bought eleven tin boats'],
  ])('accepts %s', (password) => {
    expect(weaknessOf(password, ana)).toBeNull();
  });

  it.each([
    ['eleven cha', 'short'],
    ['w'.repeat(129), 'long'],
    ['aaaaaaaaaaaaaa', 'pattern'],
    ['abcabcabcabcabc', 'pattern'],
    ['qwertyuiop12', 'pattern'],
    ['098765432109', 'pattern'],
    ['correct horse battery staple', 'common'],
    ['password2026!', 'common'],
    ['P@ssw0rd2026', 'common'],
    ['Bienvenido2026', 'common'],
    ['verano2026verano', 'common'],
    ['benavides2026', 'context'],
    ['Posada2026!!', 'context'],
    ['frontera-1234', 'context'],
  ])('refuses %s as %s', (password, weakness) => {
    expect(weaknessOf(password, ana)).toBe(weakness);
  });

  it('accepts twelve characters and refuses eleven, counting a sign outside the first plane as one', () => {
    expect(weaknessOf('heron wades!', {})).toBeNull();
    expect(weaknessOf('heron wades', {})).toBe('short');
    expect(weaknessOf('🦩🌊🪶🐟🌾🦆🌙🪨🍃🐚🌀', {})).toBe('short');
  });
});
