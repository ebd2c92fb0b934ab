import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openFloor, type Floor } from '../../../test/support/floor';
import { identityOf } from '../../../test/support/names/name-index';
import { misspell } from '../../../test/support/names/misspell';
import { makeName, seededRandom } from '../../demo/names/name-generator';
import type { TxScope } from '../../platform/database/tx';
import { IDENTITY_PLACE, type Identity } from '../identity';
import { CANDIDATES, PersonSearch } from './person-search.repository';

let floor: Floor;
let organizations: [TxScope, TxScope];
let superuser: Client;

beforeAll(async () => {
  floor = await openFloor();
  organizations = [await floor.organization('One'), await floor.organization('Other')];
  superuser = new Client({ connectionString: floor.database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await floor.close();
});

const within = <T>(which: 0 | 1, work: () => Promise<T>): Promise<T> => floor.tx.run(organizations[which], work);

async function admit(search: PersonSearch, identities: Identity[]): Promise<string[]> {
  const ids = identities.map(() => randomUUID());
  const keys = await floor.sealing.newSubjects(ids);
  for (const [at, id] of ids.entries()) {
    const identity = identities[at] as Identity;
    await floor.tx.write('insert into persons (id, organization_id, sealed, search_tokens) values ($1, $2, $3, $4)', [
      id,
      floor.tx.scope.organizationId,
      keys.get(id)?.seal(IDENTITY_PLACE, id, identity),
      await search.tokensOf(identity),
    ]);
  }
  return ids;
}

describe('searching people whose names are sealed', () => {
  const random = seededRandom(11);
  const made = Array.from({ length: 5_000 }, () => makeName(random));
  const john = identityOf('John', 'González Pérez', { birthDate: '1987-12-03', birthDateQuality: 'full' });
  let search: PersonSearch;
  let ids: string[];
  let johnsId: string;

  beforeAll(async () => {
    search = new PersonSearch(floor.tx, floor.sealing);
    ids = await within(0, () => admit(search, made.map((name) => identityOf(name.givenNames, name.familyNames))));
    [johnsId] = (await within(0, () => admit(search, [john]))) as [string];
    await superuser.query('analyze persons');
  }, 120_000);

  it.each(['Jhon Gonsales', 'Pérez González, John', 'gonzalez 3/12/1987', 'gonzalez perez joh'])('finds John González Pérez by %s', async (text) => {
    const found = await within(0, () => search.find(text, null));

    expect(found.map(({ id }) => id)).toContain(johnsId);
    expect(found.find(({ id }) => id === johnsId)?.identity).toEqual(john);
  });

  it('has at least 95 of 100 misspelt people among the first twenty', async () => {
    let found = 0;
    for (let asked = 0; asked < 500; asked++) {
      const at = Math.floor(random() * made.length);
      const { text } = misspell(random, made[at] as (typeof made)[number]);
      if ((await within(0, () => search.find(text, null))).some(({ id }) => id === ids[at])) found++;
    }

    expect(found / 500).toBeGreaterThanOrEqual(0.95);
  }, 60_000);

  it('finds nobody of another organization, whose tokens for the same name are others', async () => {
    expect(await within(1, () => search.find('John González Pérez', null))).toEqual([]);
    await within(1, () => admit(search, [john]));

    const tokens = async (which: 0 | 1) => within(which, async () => new Set(await search.tokensOf(john)));
    const [here, there] = [await tokens(0), await tokens(1)];
    expect([...here].filter((token) => there.has(token))).toEqual([]);
    expect(await within(1, () => search.find('John González Pérez', null))).toHaveLength(1);
    const wanted = [[...here].slice(0, 1)];
    expect(await within(1, () => floor.tx.rows('select * from sec.person_candidates($1, 10, 10, $2, null)', [wanted, []]))).toEqual([]);
  });

  it('finds nobody without an actor', async () => {
    const tokens = [...(await within(0, () => search.tokensOf(john)))].slice(0, 1);
    expect(await floor.dataSource.query("select * from sec.person_candidates($1, 10, 10, '{}', null)", [[tokens]])).toEqual([]);
  });

  it('answers nothing to nothing', async () => {
    expect(await within(0, () => search.find('', null))).toEqual([]);
    expect(await within(0, () => search.find('%_\\ 12 \' "', null))).toEqual([]);
  });

  it('reads the token index and never the whole table', async () => {
    const plan = await planOfCandidates(superuser);

    expect(plan).toContain('Bitmap Index Scan on persons_search');
    expect(plan).not.toContain('Seq Scan');
  });

  it('reads candidates by their key', async () => {
    const plan = await within(0, () => floor.tx.rows<{ 'QUERY PLAN': string }>(`explain ${CANDIDATES}`, [organizations[0].organizationId, [[1]], 60, 60, [], null]));

    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan');
  });
});

/** The plan of the function's own query, with the settings the function runs with. */
async function planOfCandidates(client: Client): Promise<string> {
  const { rows: [definition] } = await client.query<{ prosrc: string; proconfig: string[] }>(
    "select prosrc, proconfig from pg_proc where oid = 'sec.person_candidates(integer[], integer, integer, uuid[], uuid[])'::regprocedure",
  );
  const query = /:= found \|\| array\(([\s\S]*?)\);/.exec(definition?.prosrc ?? '')?.[1]?.replace(/\btokens\b(?=\s+and)/, '$1').replace(/\bown\b/, '$2')
    .replace('found)', '$3)').replace('known)', '$4)').replace(/limit [\s\S]*$/, 'limit $5');
  await client.query('begin');
  for (const setting of definition?.proconfig ?? []) await client.query("select set_config($1, $2, true)", setting.split('='));
  await client.query(`prepare candidates (integer[], uuid, uuid[], uuid[], bigint) as ${query ?? ''}`);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain execute candidates ('{1,2}', '${randomUUID()}', '{}', '{}', 40)`);
  await client.query('rollback');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
