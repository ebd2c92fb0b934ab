import { openWorld, type World } from '../../test/support/world';
import { problemOf } from '../platform/errors/constraints';
import { foundOrganization, type Founded } from './found-organization';

describe('a new organization', () => {
  let world: World;
  let founded: Founded;
  const founding = { name: 'Casa Ejemplo', code: 'casa-ejemplo', language: 'es', adminEmail: 'Ana@Casa.example', adminName: 'Ana Ejemplo' };

  beforeAll(async () => {
    world = await openWorld();
    founded = await foundOrganization(world.app, founding);
  });

  afterAll(() => world.close());

  it('lets its administrator choose a password with the link, once, and run the house with the delivered programs and catalogue', async () => {
    const token = founded.link.split('#token=')[1];
    const accepted = await world.anybody.post('/api/invitations/accept', { token, password: 'seven quiet lanterns' });
    const again = await world.anybody.post('/api/invitations/accept', { token, password: 'another quiet lantern' });
    const session = await world.anybody.post('/api/sessions', { email: 'ana@casa.example', password: 'seven quiet lanterns' });
    const cookie = session.get('Set-Cookie')?.[0] ?? '';
    const programs = await world.anybody.get('/api/programs').set('Cookie', cookie);
    const kinds = await world.anybody.get('/api/service-kinds').set('Cookie', cookie);

    expect([accepted.status, again.status, session.status]).toEqual([204, 410, 201]);
    expect(session.body).toMatchObject({ organization: { name: 'Casa Ejemplo' }, grants: [{ role: 'organization_administrator', scope: 'organization' }] });
    expect((programs.body as { items: { code: string }[] }).items.map(({ code }) => code)).toEqual(expect.arrayContaining(['ssp-fy2023', 'ssp-fy2024']));
    expect((kinds.body as { items: unknown[] }).items.length).toBeGreaterThan(10);
  });

  it('refuses a code that another organization has', async () => {
    const refusal: unknown = await foundOrganization(world.app, { ...founding, adminEmail: 'other@casa.example' }).catch((error: unknown) => error);

    expect(problemOf(refusal)).toMatchObject({ code: 'ORGANIZATION_CODE_TAKEN' });
  });
});
