import { Client } from 'pg';

/**
 * Where planted values are found in a database, looking behind row level security into every table of every schema: in clear
 * in any spelling, and as hex of their bytes, which is how binary columns are written out. Answers `table: value`.
 */
export async function foundInDatabase(superuserUrl: string, planted: readonly string[]): Promise<string[]> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const found = new Set<string>();
    for (const { name } of tables.rows) {
      for (const value of planted) {
        const { rowCount } = await client.query(`select 1 from ${name} t where position($1 in lower(t::text)) > 0 or position($2 in lower(t::text)) > 0 limit 1`, [
          value.toLowerCase(), Buffer.from(value).toString('hex'),
        ]);
        if (rowCount) found.add(`${name}: ${value}`);
      }
    }
    return [...found];
  } finally {
    await client.end();
  }
}
