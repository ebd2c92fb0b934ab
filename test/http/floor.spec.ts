import { Passwords } from '../../src/auth/passwords';
import { Tx } from '../../src/platform/database/tx';
import { openWorld, type World } from '../support/world';

describe('the ground floor of the API', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    const stored = await world.get(Passwords).hash('the right password');
    await world.run(world.home.system, () =>
      world.get(Tx).write('update users set password_hash = $1 where id = $2', [stored, world.home.users.coordinator]),
    );
  });

  afterAll(() => world.close());

  const email = (): string => `coordinator@${world.home.organizationId}.example`;

  it('signs somebody in, tells what they may do, and signs them out', async () => {
    const answer = await world.anybody.post('/api/sessions', { email: email().toUpperCase(), password: 'the right password' });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ user: { email: email() }, organization: { name: 'Organization home' }, sites: [{ code: 'house' }] });
    const cookie = answer.get('Set-Cookie')?.[0] ?? '';
    expect(cookie).toMatch(/^posada=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/);
    const signedOut = await world.anybody.delete('/api/sessions/current').set('Cookie', cookie).set('X-CSRF-Token', answer.body.csrfToken as string);
    expect(signedOut.status).toBe(204);
    const after = await world.anybody.get('/api/sessions/current').set('Cookie', cookie);
    expect(after.status).toBe(401);
    expect(after.body).toMatchObject({ code: 'SESSION_ENDED' });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await world.anybody.post('/api/sessions', { email: email(), password: 'the wrong password' });
    const unknown = await world.anybody.post('/api/sessions', { email: 'nobody@example.org', password: 'the wrong password' });

    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual(unknown.body);
  });

  it('slows guessing after five failures of one account, and no other account', async () => {
    const tries: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      tries.push((await world.anybody.post('/api/sessions', { email: 'guessed@example.org', password: `guess ${index}` })).status);
    }
    const other = await world.anybody.post('/api/sessions', { email: email(), password: 'the right password' });

    expect(tries).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    expect(other.status).toBe(201);
  });

  it('names the fields of a sign-in that are not right, and writes nothing personal into the answer', async () => {
    const answer = await world.anybody.post('/api/sessions', { email: 'not an address', extra: 1 });

    expect(answer.status).toBe(400);
    expect(answer.type).toBe('application/problem+json');
    expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field).sort()).toEqual(['email', 'extra', 'password']);
    expect(answer.text).not.toContain('not an address');
  });

  it.each([
    ['another origin', { Origin: 'https://elsewhere.example' }],
    ['no origin', { Origin: '' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['no CSRF token', { 'X-CSRF-Token': '' }],
    ['the CSRF token of another session', { 'X-CSRF-Token': 'x'.repeat(43) }],
  ])('refuses a write with %s', async (_, headers) => {
    const answer = await world.as('coordinator').delete('/api/sessions').set(headers);

    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'CSRF' });
  });

  it('refuses input that is nested too deep or cannot be printed', async () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;

    expect((await world.anybody.post('/api/sessions').set('Content-Type', 'application/json').send(deep)).status).toBe(400);
    expect((await world.anybody.post('/api/sessions', { email: 'a\u0000@example.org', password: 'x' })).status).toBe(400);
    expect((await world.anybody.post('/api/sessions').set('Content-Type', 'application/json').send('{"email":')).status).toBe(400);
  });

  it('names the place in a list where something else than one of its things stands', async () => {
    const body = { siteId: world.home.house, partyId: world.home.house, arrivesOn: '2026-03-02', departsOn: '2026-03-03', guests: [[]] };

    expect((await world.as('coordinator').post('/api/stays', body)).body).toMatchObject({ status: 400, errors: [{ field: expect.stringMatching(/^guests/) as string }] });
  });

  it('answers what does not exist, and what is not there without a session, without a word about how it is built', async () => {
    const missing = await world.as('coordinator').get('/api/nothing');

    expect(missing.status).toBe(404);
    expect(missing.headers).not.toHaveProperty('x-powered-by');
    expect(missing.headers['cache-control']).toBe('no-store');
    expect(Object.keys(missing.body as object)).toEqual(['type', 'title', 'status', 'code']);
    expect((await world.anybody.get('/api/sessions/current')).status).toBe(401);
  });

  it('is alive and ready, and describes itself', async () => {
    expect((await world.anybody.get('/health/live')).status).toBe(200);
    expect((await world.anybody.get('/health/ready')).status).toBe(200);
    expect((await world.anybody.get('/api/openapi.json')).body).toMatchObject({ openapi: expect.stringMatching(/^3\./) as string, paths: { '/api/sessions': {} } });
  });
});
