import { Client } from 'pg';
import { openFloor, type Floor } from '../../../test/support/floor';
import type { TxScope } from './tx';

describe('a transaction bound to an organization', () => {
  let floor: Floor;
  let one: TxScope;
  let other: TxScope;

  beforeAll(async () => {
    floor = await openFloor();
    one = await floor.organization('One');
    other = await floor.organization('Other');
    for (const scope of [one, other]) {
      await floor.tx.run(scope, () => floor.tx.write("insert into sites (organization_id, name, code, time_zone, kind) values ($1, 'House', 'h', 'America/Chicago', 'respite')", [scope.organizationId]));
    }
  });

  afterAll(() => floor.close());

  const sites = (): Promise<{ organization_id: string }[]> => floor.tx.rows('select organization_id from sites');

  it('sees its own organization only, although the query does not say which', async () => {
    const seen = await floor.tx.run(one, sites);

    expect(seen.map((row) => row.organization_id)).toEqual([one.organizationId]);
  });

  it('finds a planted foreign row when the policy is taken away, so the check above can fail', async () => {
    const superuser = new Client({ connectionString: floor.database.superuserUrl });
    await superuser.connect();
    const seen = await superuser.query<{ organization_id: string }>('select organization_id from sites');
    await superuser.end();

    expect(seen.rows.map((row) => row.organization_id).sort()).toEqual([one.organizationId, other.organizationId].sort());
  });

  it('gives no rows to a connection without an actor', async () => {
    expect(await floor.dataSource.query('select * from sites')).toEqual([]);
  });

  it('refuses to write a row of another organization', async () => {
    const writing = floor.tx.run(one, () =>
      floor.tx.write("insert into sites (organization_id, name, code, time_zone, kind) values ($1, 'Theirs', 't', 'America/Chicago', 'respite')", [other.organizationId]),
    );

    await expect(writing).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('refuses a child of another organization even when its id is known', async () => {
    const [foreign] = await floor.tx.run(other, () => floor.tx.rows<{ id: string }>('select id from sites'));

    const writing = floor.tx.run(one, () =>
      floor.tx.write("insert into buildings (organization_id, site_id, name) values ($1, $2, 'Annex')", [one.organizationId, foreign?.id]),
    );

    await expect(writing).rejects.toMatchObject({ driverError: { code: '23503', constraint: 'buildings_site_fk' } });
  });

  it('refuses to be joined by another organization', async () => {
    await expect(floor.tx.run(one, () => floor.tx.run(other, sites))).rejects.toThrow('belongs to one organization');
  });

  it('does not leak an actor through the pool: 2,000 interleaved transactions, a tenth of them failing', async () => {
    const wrong: string[] = [];
    const ask = async (index: number): Promise<void> => {
      const scope = index % 2 === 0 ? one : other;
      await floor.tx
        .run(scope, async () => {
          const seen = await sites();
          if (seen.length !== 1 || seen[0]?.organization_id !== scope.organizationId) wrong.push(scope.organizationId);
          if (index % 10 === 0) throw new Error('on purpose');
        })
        .catch((error: Error) => expect(error.message).toBe('on purpose'));
    };
    for (let start = 0; start < 2000; start += 50) await Promise.all(Array.from({ length: 50 }, (_, offset) => ask(start + offset)));

    expect(wrong).toEqual([]);
    expect(await floor.dataSource.query('select * from sites')).toEqual([]);
  });

  it('rolls back what an attempt wrote and goes on', async () => {
    const names = await floor.tx.run(one, async () => {
      await floor.tx.attempt(() => floor.tx.write("update sites set name = ''")).catch(() => undefined);
      await floor.tx
        .attempt(async () => {
          await floor.tx.write("update sites set name = 'Changed'");
          throw new Error('on purpose');
        })
        .catch(() => undefined);
      return floor.tx.rows<{ name: string }>('select name from sites');
    });

    expect(names).not.toContainEqual({ name: 'Changed' });
  });

  it('announces only what was committed', async () => {
    const announced: string[] = [];
    await floor.tx.run(one, () => Promise.resolve(floor.tx.afterCommit(() => void announced.push('committed'))));
    await floor.tx
      .run(one, () => {
        floor.tx.afterCommit(() => void announced.push('rolled back'));
        return Promise.reject(new Error('on purpose'));
      })
      .catch(() => undefined);

    expect(announced).toEqual(['committed']);
  });
});
