import { readConfig } from './config';

const production = {
  NODE_ENV: 'production',
  MASTER_KEY_FILE: '/run/secrets/master.key',
  DATABASE_URL: 'postgres://posada_app@db/posada',
  PUBLIC_URL: 'https://posada.example',
  SMTP_URL: 'smtps://mail.posada.example',
};

describe('the configuration', () => {
  it('has defaults that listen on loopback only', () => {
    expect(readConfig({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DEMO: false, publicUrl: 'http://127.0.0.1:3000' });
  });

  it('starts in production when everything that matters is said', () => {
    expect(readConfig(production).PUBLIC_URL).toBe('https://posada.example');
  });

  it.each([
    ['MASTER_KEY_FILE', { ...production, MASTER_KEY_FILE: '' }],
    ['DATABASE_URL', { ...production, DATABASE_URL: undefined }],
    ['PUBLIC_URL', { ...production, PUBLIC_URL: 'http://posada.example' }],
    ['SMTP_URL', { ...production, SMTP_URL: undefined }],
    ['PASSWORD_MEMORY_KIB', { ...production, PASSWORD_MEMORY_KIB: '19456' }],
    ['DEMO', { ...production, DEMO: 'true' }],
    ['HOST', { DEMO: 'true', HOST: '0.0.0.0' }],
    ['PORT', { PORT: 'eighty' }],
    ['DEMO', { DEMO: 'yes' }],
  ])('refuses to start and names %s', (name, env) => {
    expect(() => readConfig(env)).toThrow(new RegExp(`cannot start[^]*${name}:`));
  });
});
