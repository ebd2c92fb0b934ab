import { setTimeout as pause } from 'node:timers/promises';
import { Mails, type OpenedMail } from '../platform/mail/mails.service';
import { Tx } from '../platform/database/tx';
import { openWorld, type Caller, type World } from '../../test/support/world';

interface Account {
  id: string;
  status: string;
  allowed: string[];
  grants: { id: string; role: string; state: string; siteName: string | null }[];
}

const strong = 'seven quiet herons wade';

describe('people who work here', () => {
  let world: World;
  let admin: Caller;

  beforeAll(async () => {
    world = await openWorld({ demo: true });
    admin = world.as('organization_administrator');
  });

  afterAll(() => world.close());

  /** Lets some minutes pass, so that the newest mail is known by its time. */
  const laterBy = (minutes: number): void => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000).toISOString());
  const newestMail = async (): Promise<OpenedMail> => (await world.run(world.home.system, () => world.get(Mails).newest(1)))[0] as OpenedMail;
  const tokenIn = (mail: OpenedMail): string => /#token=([\w-]{43})/.exec(mail.text)?.[1] ?? '';
  const invite = async (email: string, grants: object[] = [{ role: 'intake_worker', scope: 'site', scopeId: world.home.house }]): Promise<Account> => {
    laterBy(1);
    const answer = await admin.post('/api/invitations', { email, fullName: 'Rosa Newcomer', language: 'es', grants });
    expect(answer.status).toBe(201);
    return answer.body as Account;
  };
  const join = async (email: string, grants?: object[]): Promise<{ account: Account; cookie: string; csrf: string }> => {
    const account = await invite(email, grants);
    expect((await world.anybody.post('/api/invitations/accept', { token: tokenIn(await newestMail()), password: strong })).status).toBe(204);
    return { account, ...(await signIn(email, strong)) };
  };
  const signIn = async (email: string, password: string): Promise<{ cookie: string; csrf: string }> => {
    const answer = await world.anybody.post('/api/sessions', { email, password });
    expect(answer.status).toBe(201);
    return { cookie: answer.get('Set-Cookie')?.[0]?.split(';')[0] ?? '', csrf: (answer.body as { csrfToken: string }).csrfToken };
  };
  const isIn = async (cookie: string): Promise<boolean> => (await world.anybody.get('/api/sessions/current').set('Cookie', cookie)).status === 200;

  describe('inviting', () => {
    it('mails a link in the colleague’s language that makes an account once', async () => {
      const account = await invite('Rosa@Example.org');
      const mail = await newestMail();

      expect(account).toMatchObject({ email: 'rosa@example.org', status: 'invited', grants: [{ role: 'intake_worker', siteName: 'Site house', state: 'current' }] });
      expect(mail).toMatchObject({ to: 'rosa@example.org', subject: 'Le invitan a Posada' });
      const weak = await world.anybody.post('/api/invitations/accept', { token: tokenIn(mail), password: 'rosa.newcomer1' });
      expect(weak.body).toMatchObject({ code: 'PASSWORD_TOO_WEAK', errors: [{ field: 'password' }] });
      expect((await world.anybody.post('/api/invitations/accept', { token: tokenIn(mail), password: strong, fullName: 'Rosa N.' })).status).toBe(204);
      expect((await world.anybody.post('/api/invitations/accept', { token: tokenIn(mail), password: strong })).body).toMatchObject({ code: 'LINK_NOT_VALID' });
      await signIn('rosa@example.org', strong);
    });

    it('refuses an address that is here already, in capitals too, and keeps nothing of the try', async () => {
      await invite('twice@example.org');
      const again = await admin.post('/api/invitations', { email: 'TWICE@example.org', fullName: 'Twice', language: 'en', grants: [{ role: 'auditor', scope: 'organization' }] });

      expect(again.body).toMatchObject({ status: 409, code: 'USER_EXISTS' });
    });

    it('lets the link run out after three days, at that very moment', async () => {
      const { id } = await invite('late@example.org');
      const token = tokenIn(await newestMail());
      laterBy(72 * 60);
      const late = await world.anybody.post('/api/invitations/accept', { token, password: strong });
      expect(late.body).toMatchObject({ code: 'LINK_NOT_VALID' });
      expect((await admin.post(`/api/users/${id}/invitations`)).status).toBe(202);
      const fresh = tokenIn(await newestMail());
      expect((await world.anybody.post('/api/invitations/accept', { token, password: strong })).body).toMatchObject({ code: 'LINK_NOT_VALID' });
      expect((await world.anybody.post('/api/invitations/accept', { token: fresh, password: strong })).status).toBe(204);
    });

    it('gives one of two who take up the same link at once the account', async () => {
      await invite('race@example.org');
      const token = tokenIn(await newestMail());
      const answers = await Promise.all([strong, `${strong} too`].map((password) => world.anybody.post('/api/invitations/accept', { token, password })));

      expect(answers.map((answer) => answer.status).sort()).toEqual([204, 410]);
    });

    it('does not write to the same person more than three times in an hour', async () => {
      const { id } = await invite('often@example.org');
      const statuses = [];
      for (let index = 0; index < 3; index += 1) statuses.push((await admin.post(`/api/users/${id}/invitations`)).status);

      expect(statuses).toEqual([202, 202, 429]);
    });
  });

  describe('roles', () => {
    it('gives and ends a role, in force from the next request on', async () => {
      const { account, cookie } = await join('roles@example.org');
      const added = await admin.post(`/api/users/${account.id}/grants`, { role: 'auditor', scope: 'organization' });
      expect(added.status).toBe(201);
      expect((await world.anybody.get('/api/users').set('Cookie', cookie)).status).toBe(200);
      const grant = (added.body as Account).grants.find(({ role }) => role === 'auditor');
      expect((await admin.delete(`/api/users/${account.id}/grants/${grant?.id ?? ''}`)).status).toBe(204);
      expect((await world.anybody.get('/api/users').set('Cookie', cookie)).status).toBe(403);
      expect((await admin.delete(`/api/users/${account.id}/grants/${grant?.id ?? ''}`)).status).toBe(404);
    });

    it.each([
      ['the same role twice', { role: 'intake_worker', scope: 'site' }, 409, 'ROLE_GIVEN_ALREADY'],
      ['a role for the whole organization at a site', { role: 'auditor', scope: 'site' }, 400, 'ROLE_NOT_FOR_SCOPE'],
      ['a role for a case', { role: 'caseworker', scope: 'case' }, 400, 'ROLE_NOT_FOR_SCOPE'],
      ['a last day before the first', { role: 'caseworker', scope: 'site', validFrom: '2026-05-02', validTo: '2026-05-01' }, 400, 'INVALID'],
    ])('refuses %s', async (_, grant, status, code) => {
      const { id } = await invite(`refused-${code}-${Math.random()}@example.org`);
      const answer = await admin.post(`/api/users/${id}/grants`, { ...grant, scopeId: world.home.house });

      expect(answer.body).toMatchObject({ status, code });
    });

    it('refuses a site of another organization like one that does not exist', async () => {
      const { id } = await invite('elsewhere@example.org');
      const answer = await admin.post(`/api/users/${id}/grants`, { role: 'coordinator', scope: 'site', scopeId: world.elsewhere.house });

      expect(answer.status).toBe(404);
    });

    it('lets nobody change their own roles or account', async () => {
      const id = world.home.users.organization_administrator;

      expect((await admin.post(`/api/users/${id}/grants`, { role: 'coordinator', scope: 'organization' })).body).toMatchObject({ code: 'NOT_YOURSELF' });
      expect((await admin.patch(`/api/users/${id}`, { status: 'disabled' })).body).toMatchObject({ code: 'NOT_YOURSELF' });
    });

    it('never leaves the organization without an administrator, even when two disable each other at once', async () => {
      const second = await join('second.admin@example.org', [{ role: 'organization_administrator', scope: 'organization' }]);
      const first = world.home.users.organization_administrator;
      const disable = (id: string, caller: Caller) => caller.patch(`/api/users/${id}`, { status: 'disabled' });

      const answers = await Promise.all([
        disable(second.account.id, admin),
        disable(first, world.anybody).set('Cookie', second.cookie).set('X-CSRF-Token', second.csrf),
      ]);

      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      const [row] = await world.run(world.home.system, () =>
        world.get(Tx).rows<{ count: number }>(`select count(*)::int as count from users where status = 'active' and id = any ($1::uuid[])`, [[first, second.account.id]]),
      );
      expect(row?.count).toBe(1);
      await world.run(world.home.system, () => world.get(Tx).write(`update users set status = 'active' where id = $1`, [first]));
      await world.run(world.home.system, () => world.get(Tx).write('update sessions set ended_at = null where user_id = $1', [first]));
    });
  });

  describe('disabling', () => {
    it('ends every session and link at once, and enabling brings back neither', async () => {
      const { account, cookie } = await join('leaver@example.org');
      laterBy(1);
      await world.anybody.post('/api/password-resets', { email: 'leaver@example.org' });
      const token = tokenIn(await newestMail());

      const disabled = await admin.patch(`/api/users/${account.id}`, { status: 'disabled' });

      expect(disabled.body).toMatchObject({ status: 'disabled', allowed: ['change', 'enable'] });
      expect(await isIn(cookie)).toBe(false);
      expect((await world.anybody.post('/api/sessions', { email: 'leaver@example.org', password: strong })).body).toMatchObject({ code: 'SIGN_IN_FAILED' });
      expect((await world.anybody.post('/api/password-resets/complete', { token, password: `${strong} again` })).body).toMatchObject({ code: 'LINK_NOT_VALID' });
      expect((await admin.patch(`/api/users/${account.id}`, { status: 'active' })).body).toMatchObject({ status: 'active' });
      expect(await isIn(cookie)).toBe(false);
      await signIn('leaver@example.org', strong);
    });
  });

  describe('a forgotten password', () => {
    it('is answered alike, after the same time, for an account and for nobody', async () => {
      await join('forgetful@example.org');
      const timed = async (email: string) => {
        const began = Date.now();
        const answer = await world.anybody.post('/api/password-resets', { email });
        return { status: answer.status, body: answer.text, took: Date.now() - began };
      };
      const known = await timed('forgetful@example.org');
      const unknown = await timed('nobody@example.org');

      expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
      expect(Math.min(known.took, unknown.took)).toBeGreaterThanOrEqual(240);
    });

    it('is replaced once with the mailed link; every session ends and a mail says so', async () => {
      const { cookie } = await join('resetting@example.org');
      laterBy(1);
      await world.anybody.post('/api/password-resets', { email: 'Resetting@example.org' });
      const token = tokenIn(await newestMail());

      laterBy(1);
      const done = await world.anybody.post('/api/password-resets/complete', { token, password: 'nine copper kettles sing' });

      expect(done.status).toBe(204);
      expect(await isIn(cookie)).toBe(false);
      expect(await newestMail()).toMatchObject({ to: 'resetting@example.org', subject: 'Su contraseña ha cambiado' });
      expect((await world.anybody.post('/api/password-resets/complete', { token, password: strong })).status).toBe(410);
      await signIn('resetting@example.org', 'nine copper kettles sing');
    });

    it('is not mailed more often than three times an hour, and the answer does not tell', async () => {
      const { account } = await join('flooded@example.org');
      const statuses = [];
      for (let index = 0; index < 7; index += 1) statuses.push((await world.anybody.post('/api/password-resets', { email: 'flooded@example.org' })).status);
      const [row] = await world.run(world.home.system, () =>
        world.get(Tx).rows<{ count: number }>(`select count(*)::int as count from account_tokens where user_id = $1 and purpose = 'password-reset'`, [account.id]),
      );

      // The sixth is still answered, after it the address is slowed for this network, as an unknown one would be.
      expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429]);
      expect(row?.count).toBeLessThanOrEqual(3);
    });
  });

  describe('one’s own account', () => {
    it('changes its password with the present one, keeps this session and ends the others', async () => {
      const { cookie, csrf } = await join('own@example.org');
      const other = await signIn('own@example.org', strong);
      const change = (currentPassword: string) =>
        world.anybody.post('/api/account/password', { currentPassword, password: 'eleven tin boats drift' }).set('Cookie', cookie).set('X-CSRF-Token', csrf);

      expect((await change('not the present one')).body).toMatchObject({ code: 'INVALID', errors: [{ field: 'currentPassword' }] });
      expect((await change(strong)).status).toBe(204);
      expect([await isIn(cookie), await isIn(other.cookie)]).toEqual([true, false]);
    });

    it('lists where one is signed in and ends one of them', async () => {
      const { cookie, csrf } = await join('devices@example.org');
      const other = await signIn('devices@example.org', strong);
      const list = async () => (await world.anybody.get('/api/sessions').set('Cookie', cookie)).body as { items: { id: string; isThis: boolean }[] };
      const [theOther] = (await list()).items.filter((session) => !session.isThis);

      const ended = await world.anybody.delete(`/api/sessions/${theOther?.id ?? ''}`).set('Cookie', cookie).set('X-CSRF-Token', csrf);

      expect(ended.status).toBe(204);
      expect(await isIn(other.cookie)).toBe(false);
      expect((await list()).items).toEqual([expect.objectContaining({ isThis: true })]);
    });

    it('changes its name and language', async () => {
      const answer = await world.as('caseworker').patch('/api/account', { fullName: 'Ana B.', language: 'es' });

      expect(answer.body).toMatchObject({ fullName: 'Ana B.', language: 'es' });
    });
  });

  describe('the list', () => {
    it('goes page by page through everybody once, by name', async () => {
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page = (await admin.get(`/api/users?limit=4${next ? `&after=${next}` : ''}`)).body as { items: { id: string }[]; next: string | null };
        seen.push(...page.items.map((item) => item.id));
        next = page.next;
      }
      const all = (await admin.get('/api/users?limit=100')).body as { items: { id: string }[]; rolesToGive: string[] };

      expect(seen).toEqual(all.items.map((item) => item.id));
      expect(new Set(seen).size).toBe(seen.length);
      expect(all.rolesToGive).toHaveLength(8);
    });

    it('offers an auditor nothing to do', async () => {
      const list = (await world.as('auditor').get('/api/users')).body as { items: Account[]; rolesToGive: string[] };

      expect(list.rolesToGive).toEqual([]);
      expect(list.items.flatMap((item) => item.allowed)).toEqual([]);
    });
  });

  it('shows the mails of the demo in the outbox', async () => {
    await invite('outbox@example.org');
    await pause(5);
    const { items } = (await world.anybody.get('/api/dev/outbox')).body as { items: { to: string }[] };

    expect(items.map((mail) => mail.to)).toContain('outbox@example.org');
  });
});
