import { randomBytes } from 'node:crypto';
import { fingerprint, open, seal, token } from './cipher';

describe('a sealed value', () => {
  const key = randomBytes(32);
  const sealed = seal(key, 'organization|persons.sealed|1|1', Buffer.from('a name'));

  it('opens with its key in its place', () => {
    expect(open(key, 'organization|persons.sealed|1|1', sealed).toString()).toBe('a name');
  });

  it('does not show the value and is never the same twice', () => {
    expect(sealed.includes('a name')).toBe(false);
    expect(seal(key, 'organization|persons.sealed|1|1', Buffer.from('a name')).equals(sealed)).toBe(false);
  });

  it('does not open in another row, with another key, or after any bit was changed', () => {
    expect(() => open(key, 'organization|persons.sealed|2|1', sealed)).toThrow();
    expect(() => open(randomBytes(32), 'organization|persons.sealed|1|1', sealed)).toThrow();
    for (let position = 0; position < sealed.length; position += 1) {
      const changed = Buffer.from(sealed);
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(() => open(key, 'organization|persons.sealed|1|1', changed)).toThrow();
    }
    expect(() => open(key, 'organization|persons.sealed|1|1', Buffer.alloc(3))).toThrow('not a sealed value');
  });

  it('has fingerprints and tokens that are equal only under the same key and column', () => {
    expect(fingerprint(key, 'a', 'x').equals(fingerprint(key, 'a', 'x'))).toBe(true);
    expect(fingerprint(key, 'a', 'x').equals(fingerprint(key, 'b', 'x'))).toBe(false);
    expect(fingerprint(key, 'a', 'x').equals(fingerprint(randomBytes(32), 'a', 'x'))).toBe(false);
    expect(token(key, 'sound', 'x')).not.toBe(token(key, 'start', 'x'));
  });
});
