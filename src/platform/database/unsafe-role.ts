import type { DataSource } from 'typeorm';

/**
 * Refuses to go on when the processes are signed in as a role that row level security does not hold back.
 * @throws Error naming what is wrong with the role.
 */
export async function refuseUnsafeRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<{ name: string; rolsuper: boolean; rolbypassrls: boolean; owns: boolean }[]>(
    `select current_user as name, r.rolsuper, r.rolbypassrls,
            exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'public' and c.relkind = 'r' and c.relowner = r.oid) as owns
       from pg_roles r where r.rolname = current_user`,
  );
  if (!role || role.rolsuper || role.rolbypassrls || role.owns) {
    throw new Error(
      `Posada cannot start: DATABASE_URL signs in as "${role?.name}", which can see past row level security. Use a role that is not a superuser, has no BYPASSRLS and owns no table (posada_app).`,
    );
  }
}
