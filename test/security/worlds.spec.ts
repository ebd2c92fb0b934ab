import { Client } from 'pg';
import { SessionStore } from '../../src/auth/session-store';
import { CaseAccess } from '../../src/cases/case-access';
import { compartments, type Compartment } from '../../src/cases/case-compartment-grant.entity';
import { casesPolicy, type CaseNeed } from '../../src/cases/cases.policy';
import { Tx } from '../../src/platform/database/tx';
import type { Problem } from '../../src/platform/errors/problem';
import { openWorld, type World } from '../support/world';
import { randomWorlds } from './random-worlds';
import { answerTo, seesCompartment, seesRows } from './who-sees-what';
import { caseTables, loosen, plant, strayTables, type CaseTable, type PlantedWorld } from './world-rows';

const WORLDS = 2_000;
const seed = Number(process.env.WORLDS_SEED ?? Math.floor(Math.random() * 2 ** 31));
const needs: readonly CaseNeed[] = ['see', 'read', 'work', 'supervise'];

describe(`${WORLDS} random worlds (WORLDS_SEED=${seed})`, () => {
  let world: World;
  let superuser: Client;
  let tables: CaseTable[];
  let planted: PlantedWorld[];
  let stray: string[];

  beforeAll(async () => {
    world = await openWorld();
    superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    tables = await caseTables(superuser);
    stray = await strayTables(superuser);
    await loosen(superuser, tables);
    await superuser.query(seenFunction(tables));
    await superuser.query('grant execute on function rows_seen(uuid[]) to posada_app');
    planted = await plant(superuser, randomWorlds(WORLDS, seed), [world.home, world.elsewhere], tables);
  }, 120_000);

  afterAll(async () => {
    await superuser.end();
    await world.close();
  });

  it('are about every table that belongs to a case', () => {
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['case_members', 'case_approvals', 'case_notes', 'enrollments']));
    expect(tables.some((table) => table.compartments)).toBe(true);
    expect(stray).toEqual([]);
  });

  it('show everybody what they may see and nothing else, in the database and at the door to each case', async () => {
    expect(await findingsIn(planted)).toEqual([]);
  }, 240_000);

  it('would find out a table without the policy of its case, and one whose policy hides too much', async () => {
    const some = planted.slice(0, 60);
    await superuser.query('alter policy case_is_seen on case_members using (true)');
    const leak = await findingsIn(some);
    await superuser.query('alter policy case_is_seen on case_members using (false)');
    const denial = await findingsIn(some);
    await superuser.query('alter policy case_is_seen on case_members using (case_id is null or sec.sees_case(case_id))');

    expect(leak).toContainEqual(expect.stringMatching(/sees 1 of 0 rows of case_members/));
    expect(denial).toContainEqual(expect.stringMatching(/sees 0 of 1 rows of case_members/));
    expect(await findingsIn(some)).toEqual([]);
  }, 60_000);

  it('would find out a team that is never left, and a policy in the code that lets colleagues read', async () => {
    const some = planted.slice(0, 150);
    const { rows } = await superuser.query<{ body: string }>("select pg_get_functiondef('sec.on_case_team(uuid)'::regprocedure) as body");
    await superuser.query((rows[0]?.body ?? '').replace('and worker.ended_at is null', ''));
    const neverLeft = await findingsIn(some);
    await superuser.query(rows[0]?.body ?? '');
    const { allows } = casesPolicy;
    const careless = jest.spyOn(casesPolicy, 'allows').mockImplementation((actor, need, found) => allows(actor, need === 'read' ? 'see' : need, found));
    const readByAll = await findingsIn(some);
    careless.mockRestore();

    expect(neverLeft).toContainEqual(expect.stringMatching(/sees 1 of 0 rows of cases/));
    expect(readByAll).toContainEqual(expect.stringMatching(/may read .* yes instead of CASE_NOT_YOURS/));
  }, 60_000);

  async function findingsIn(worlds: readonly PlantedWorld[]): Promise<string[]> {
    const found: string[] = [];
    const waiting = [...worlds.entries()];
    const walk = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [number, one] = next;
        for (let at = 0; at < one.world.users.length; at += 1) found.push(...(await findingsOf(one, at)).map((text) => `world ${number}, user ${at} ${text}`));
      }
    };
    await Promise.all([walk(), walk(), walk(), walk()]);
    return found.slice(0, 20);
  }

  /** What somebody sees and may otherwise than the reference says. */
  async function findingsOf({ world: made, tokens, caseIds }: PlantedWorld, at: number): Promise<string[]> {
    const user = made.users[at];
    const actor = await world.get(SessionStore).actor(tokens[at] ?? '');
    if (!user || (actor === null) !== user.disabled) return ['is signed in although disabled, or not although active'];
    if (!actor) return [];
    return world.run(actor, async () => {
      const found: string[] = [];
      const rows = await world.get(Tx).rows<{ name: string; place: number; compartment: Compartment | null; seen: number }>('select * from rows_seen($1::uuid[])', [caseIds]);
      const seen = new Map(rows.map((row) => [`${row.name} ${row.place - 1} ${row.compartment ?? ''}`, row.seen]));
      for (const [place, one] of made.cases.entries()) {
        const check = (name: string, compartment: Compartment | null, wanted: number): void => {
          const count = seen.get(`${name} ${place} ${compartment ?? ''}`) ?? 0;
          if (count !== wanted) found.push(`sees ${count} of ${wanted} rows of ${name} of case ${place} (${compartment ?? 'no compartment'}): ${JSON.stringify({ user, one })}`);
        };
        const sees = seesRows(at, user, one);
        check('cases', null, sees ? 1 : 0);
        check('case_workers', null, sees ? one.workers.length : 0);
        check('case_compartment_grants', null, sees ? one.letIn.length : 0);
        for (const table of tables) {
          for (const compartment of table.compartments ? [null, ...compartments] : [null]) check(table.name, compartment, seesCompartment(at, user, one, compartment) ? 1 : 0);
        }
        for (const need of needs) {
          const answer = await world.get(CaseAccess).require(actor, need, caseIds[place] ?? '').then(() => 'yes', (problem: Problem) => problem.code);
          const wanted = answerTo(at, user, one, need);
          if (answer !== wanted) found.push(`may ${need} case ${place}: ${answer} instead of ${wanted}: ${JSON.stringify({ user, one })}`);
        }
      }
      return found;
    });
  }
});

/** One question for all tables, asked as the application role: its plan is kept, so that thousands may ask it. */
function seenFunction(tables: readonly CaseTable[]): string {
  const parts = [
    `select 'cases', array_position(wanted, id), null::text, count(*)::int from cases where id = any (wanted) group by 2`,
    ...['case_workers', 'case_compartment_grants'].map((name) => `select '${name}', array_position(wanted, case_id), null::text, count(*)::int from ${name} where case_id = any (wanted) group by 2`),
    ...tables.map(({ name, compartments: hasThem }) =>
      `select '${name}', array_position(wanted, case_id), ${hasThem ? 'compartment' : 'null::text'}, count(*)::int from ${name} where case_id = any (wanted) group by 2, 3`),
  ];
  return `create function rows_seen(wanted uuid[]) returns table (name text, place int, compartment text, seen int) language plpgsql stable as $$
    #variable_conflict use_column
    begin return query ${parts.join(' union all ')}; end $$`;
}
