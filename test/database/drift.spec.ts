import { DataSource } from 'typeorm';
import { entities } from '../../src/entities';
import { ownerDataSource } from '../../src/platform/database/data-source-options';
import { openTestDatabase, type TestDatabase } from '../support/test-database';

/** What TypeORM would change so that the tables equal the entities. */
async function drift(url: string): Promise<string[]> {
  const dataSource = await new DataSource({ ...ownerDataSource(url, entities), migrations: [] }).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
}

describe('entities and migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.drop());

  it('describe the same tables', async () => {
    expect(await drift(database.urls.owner)).toEqual([]);
  });

  it('would be told apart by a column that only one of them has', async () => {
    const owner = await new DataSource(ownerDataSource(database.urls.owner, [])).initialize();
    await owner.query('alter table sites add column left_over text');
    await owner.destroy();
    expect(await drift(database.urls.owner)).toEqual(expect.arrayContaining([expect.stringContaining('left_over')]));
  });
});
