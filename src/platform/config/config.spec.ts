import { readConfig } from './config';

const production = {
  NODE_ENV: 'production',
  MASTER_KEY_FILE: '/run/secrets/master.key',
  DATABASE_URL: 'postgres://posada_app@db/posada',
  PUBLIC_URL: 'https://posada.example',
  SMTP_URL: 'smtps://mail.posada.example',
  FILES_DIRECTORY: '/var/lib/posada/files',
};
const objectStorage = {
  FILES_S3_ENDPOINT: 'https://s3.posada.example', FILES_S3_BUCKET: 'files', FILES_S3_ACCESS_KEY_ID: 'key', FILES_S3_SECRET_ACCESS_KEY: 'secret',
};

describe('the configuration', () => {
  it('has defaults that listen on loopback only', () => {
    expect(readConfig({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DEMO: false, publicUrl: 'http://127.0.0.1:3000' });
  });

  it('starts in production when everything that matters is said', () => {
    expect(readConfig(production).PUBLIC_URL).toBe('https://posada.example');
  });

  it('keeps files beside the embedded database, or in an object storage when that is said whole', () => {
    expect(readConfig({ DATA_DIRECTORY: '/tmp/posada' })).toMatchObject({ filesDirectory: '/tmp/posada-files', s3: null });
    expect(readConfig({ ...production, FILES_DIRECTORY: '', ...objectStorage }).s3).toMatchObject({ bucket: 'files', region: 'us-east-1', pathStyle: true });
  });

  it.each([
    ['FILES_DIRECTORY', { ...production, FILES_DIRECTORY: '' }],
    ['FILES_DIRECTORY', { ...objectStorage, FILES_DIRECTORY: '/var/lib/posada/files' }],
    ['FILES_S3_BUCKET', { ...objectStorage, FILES_S3_BUCKET: '' }],
    ['FILES_S3_SECRET_ACCESS_KEY', { ...objectStorage, FILES_S3_SECRET_ACCESS_KEY: '' }],
    ['FILES_S3_ENDPOINT', { FILES_S3_BUCKET: 'files' }],
    ['FILES_S3_ENDPOINT', { ...production, FILES_DIRECTORY: '', ...objectStorage, FILES_S3_ENDPOINT: 'http://s3.posada.example' }],
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
