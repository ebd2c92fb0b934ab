import type { QueryRunner } from 'typeorm';

/** What the application role may do to a table beyond reading it. */
export type AppRights = 'insert' | 'update' | 'delete';

/**
 * Puts a table behind row level security: enabled, forced, one policy that compares `organization_id` with the actor's
 * organization, and only the named rights for the application role (reading is always among them).
 */
export async function tenantTable(runner: QueryRunner, table: string, rights: AppRights[]): Promise<void> {
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
  await runner.query(
    `create policy own_organization on ${table}
       using (organization_id = (select sec.organization()))
       with check (organization_id = (select sec.organization()))`,
  );
  await runner.query(`grant ${['select', ...rights].join(', ')} on ${table} to posada_app`);
}
