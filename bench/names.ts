import type { Client } from 'pg';
import { demoNetwork } from '../src/demo/load-demo';
import type { Scale } from '../src/demo/demo.model';
import { seededRandom } from '../src/demo/names/name-generator';
import type { Identity } from '../src/people/identity';
import { misspell } from '../test/support/names/misspell';

/** A person of the first organization and their name as somebody else typed it. */
export interface Asked {
  id: string;
  fullName: string;
  text: string;
}

const ROWS_AT_A_TIME = 5_000;

/**
 * Makes the names of the first organization again as they were loaded, puts them in clear beside the sealed ones (a table of the
 * bench, never of the product) and misspells some of them.
 */
export async function putNamesInClear(client: Client, scale: Scale, now: number, asked: number): Promise<{ organizationId: string; asked: Asked[]; namesakes: Map<string, Set<string>> }> {
  const [organization] = demoNetwork(scale, 1, new Date(now)).organizations;
  if (!organization) throw new Error('the network has no organization');
  const { rows: there } = await client.query<{ there: string | null }>("select to_regclass('bench_clear_names') as there");
  const fill = there[0]?.there === null;
  if (fill) await client.query(CLEAR_NAMES);
  const random = seededRandom(20);
  const chosen: Asked[] = [];
  const namesakes = new Map<string, Set<string>>();
  let waiting: { id: string; identity: Identity }[] = [];
  let persons = 0;
  const flush = async (): Promise<void> => {
    if (fill) await client.query(INSERT, [organization.id, waiting.map(({ id }) => id), waiting.map(({ identity }) => JSON.stringify(identity))]);
    waiting = [];
  };
  for (const day of organization.days()) {
    for (const { id, givenNames, familyNames, birthDate, aNumber, nationality } of day.persons) {
      const fullName = `${givenNames} ${familyNames}`;
      namesakes.set(fullName, (namesakes.get(fullName) ?? new Set()).add(id));
      waiting.push({ id, identity: { givenNames, familyNames, otherNames: [], birthDate, birthDateQuality: 'full', aNumber, nationality } });
      persons += 1;
      // Reservoir sampling: everybody is asked for with the same chance, however many there are.
      const place = chosen.length < asked ? chosen.length : Math.floor(random() * persons);
      if (place < asked) chosen[place] = { id, fullName, text: misspell(random, { givenNames, familyNames }).text };
    }
    if (waiting.length >= ROWS_AT_A_TIME) await flush();
  }
  await flush();
  if (fill) await client.query('analyze bench_clear_names');
  return { organizationId: organization.id, asked: chosen, namesakes };
}

const CLEAR_NAMES = `
  create table bench_clear_names (organization_id uuid not null, id uuid not null, identity jsonb not null, primary key (organization_id, id));
  alter table bench_clear_names enable row level security;
  create policy own_organization on bench_clear_names using (organization_id = (select sec.organization()));
  grant select on bench_clear_names to posada_app`;

const INSERT = `
  insert into bench_clear_names (organization_id, id, identity)
  select $1, r.id, r.identity::jsonb from unnest($2::uuid[], $3::text[]) as r (id, identity) on conflict do nothing`;
