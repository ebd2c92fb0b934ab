import { DataSource } from 'typeorm';
import { ownerDataSource } from './data-source-options';

/** Brings a database to the present schema, one transaction per migration. Returns the names of those that ran. */
export async function runMigrations(ownerUrl: string): Promise<string[]> {
  const dataSource = new DataSource(ownerDataSource(ownerUrl, []));
  await dataSource.initialize();
  try {
    const ran = await dataSource.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
