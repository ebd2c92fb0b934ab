import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express } from 'express';
import supertest from 'supertest';
import { serveWebApp } from './web-app';

describe('the built web app', () => {
  let directory: string;
  let app: Express;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'posada-web-'));
    mkdirSync(join(directory, 'assets'));
    writeFileSync(join(directory, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="root"></div>');
    writeFileSync(join(directory, 'assets', 'main-1a2b.js'), 'start()');
    app = express();
    serveWebApp(app, directory);
    app.use((_request, response) => void response.status(418).send('the API'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('answers every address of a page with the page, with a nonce of its own in the text and in the policy', async () => {
    const [first, second] = [await supertest(app).get('/PUE/beds'), await supertest(app).get('/PUE/people/1')];
    const nonce = (text: string): string => /content="([^"]+)"/.exec(text)?.[1] ?? '';

    expect(nonce(first.text)).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(first.get('Content-Security-Policy')).toContain(`'nonce-${nonce(first.text)}'`);
    expect(first.get('Content-Security-Policy')).toMatch(/default-src 'none'.*script-src 'self';/);
    expect(first.get('Content-Security-Policy')).not.toContain('unsafe');
    expect(first.get('Cache-Control')).toBe('no-store');
    expect(nonce(second.text)).not.toBe(nonce(first.text));
  });

  it('keeps built files for a year, and does not answer a missing one with the page', async () => {
    const asset = await supertest(app).get('/assets/main-1a2b.js');

    expect([asset.status, asset.get('Cache-Control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await supertest(app).get('/assets/gone.js')).status).toBe(404);
  });

  it('leaves the API, health and everything but reading to what comes behind it', async () => {
    const statuses = [await supertest(app).get('/api/people'), await supertest(app).get('/health/live'), await supertest(app).post('/PUE/beds')].map(({ status }) => status);

    expect(statuses).toEqual([418, 418, 418]);
  });
});
