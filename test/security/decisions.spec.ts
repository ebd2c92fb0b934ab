import { Actor } from '../../src/auth/actor';
import { ROUTE_ACCESS } from '../../src/auth/route-access';
import { UsersController } from '../../src/auth/users.controller';
import { openWorld, type World } from '../support/world';
import { decisions, type Decision } from './decisions';
import { accessInCode, routesOf } from './routes';
import { RouteTrial } from './try-route';

/** Where the log middleware hangs in Express, for every method; it answers nothing. The page of the API guide exists only outside of production. */
const notRoutes = (route: string): boolean => / \/api\{\/\*splat\}$/.test(route) || route.startsWith('GET /api/docs') || (/ \/health\/(live|ready)$/.test(route) && !route.startsWith('GET '));

describe('the decision table', () => {
  let world: World;
  let trial: RouteTrial;

  beforeAll(async () => {
    world = await openWorld({ demo: true });
    trial = await RouteTrial.open(world);
  });

  afterAll(async () => {
    trial.close();
    await world.close();
  });

  const row = (route: string): Decision => decisions.find(([name]) => name === route) as Decision;

  it('has a row for every route', () => {
    const known = new Set(decisions.map(([route]) => route));
    const inCode = accessInCode(world.app);
    const missing = routesOf(world.app).filter((route) => !notRoutes(route) && !known.has(route));

    // The sentence is the row to add to test/security/decisions.ts, after somebody has decided that it is right.
    expect(missing.map((route) => rowToAdd(route, inCode.get(route)))).toEqual([]);
  });

  it('has a route for every row, once', () => {
    const routes = new Set(routesOf(world.app));

    expect(decisions.map(([route]) => route).filter((route) => !routes.has(route))).toEqual([]);
    expect(new Set(decisions.map(([route]) => route)).size).toBe(decisions.length);
  });

  it.each(decisions.map((decision) => [decision[0], decision] as const))('holds for %s', async (_, decision) => {
    expect(await trial.findings(decision)).toEqual([]);
  });

  describe('with a planted mistake', () => {
    it('finds a route that lets in too many', async () => {
      const handler = UsersController.prototype.list as unknown as object;
      const access: unknown = Reflect.getMetadata(ROUTE_ACCESS, handler);
      Reflect.defineMetadata(ROUTE_ACCESS, { kind: 'signed-in' }, handler);
      const found = await trial.findings(row('GET /api/users'));
      Reflect.defineMetadata(ROUTE_ACCESS, { kind: 'public' }, handler);
      const foundWhenPublic = await trial.findings(row('GET /api/users'));
      Reflect.defineMetadata(ROUTE_ACCESS, access, handler);

      expect(found).toEqual(['coordinator', 'intake_worker', 'caseworker', 'supervisor', 'program_director', 'grant_administrator'].map((role) => `${role} gets 200, but the table says 403`));
      expect(foundWhenPublic.length).toBeGreaterThan(5);
    });

    it('finds a service that forgets to ask at which site', async () => {
      const forgetful = jest.spyOn(Actor.prototype, 'require').mockImplementation(() => undefined);
      const found = await trial.findings(row('GET /api/trips/:id'));
      forgetful.mockRestore();

      expect(found).toContain('intake_worker asks for a trip of another site and gets 200, but the table says 404');
    });

    it('finds a role that was taken away by mistake', async () => {
      const found = await trial.findings(['GET /api/users', 'today.read']);

      expect(found).toContain('coordinator asks for what is theirs and gets 403 NOT_ALLOWED; the table lets them in (does the row need another sample?)');
      expect(found).toContain('auditor gets 200, but the table says 403');
    });
  });
});

function rowToAdd(route: string, access: ReturnType<typeof accessInCode> extends Map<string, infer A> ? A | undefined : never): string {
  const who = access?.kind === 'action' ? access.action : access?.kind === 'public' ? 'everybody' : access?.kind === 'signed-in' ? 'account.own' : 'WHO?';
  const reach = route.includes('/:') ? ", 'A KIND OF RECORD'" : '';
  return `['${route}', '${who}'${reach}],`;
}
