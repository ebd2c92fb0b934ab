import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { schemaText } from './schema-text';

describe('what the migrations make', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await openTestDatabase();
    client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  // After a migration was added: npx jest test/database/schema.spec.ts -u, and read the difference.
  it('is the schema that lies beside them', async () => {
    expect(await schemaText(client)).toMatchSnapshot();
  });

  it('would be told apart by a constraint, a policy or a right', async () => {
    const before = await schemaText(client);
    for (const change of ['alter table sites add constraint planted check (true)', 'create policy planted on rooms using (true)', 'grant delete on stays to posada_app']) {
      await client.query('begin');
      await client.query(change);
      expect(await schemaText(client)).not.toBe(before);
      await client.query('rollback');
    }
  });
});
