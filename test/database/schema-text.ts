import type { Client } from 'pg';

/** The parts of a table's description, each a statement that gives `subject` (the table) and `line`. */
const PARTS: readonly string[] = [
  `select c.relname as subject, format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
          coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
     from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`,
  `select c.relname as subject, format('  constraint %s %s', k.conname, pg_get_constraintdef(k.oid)) as line
     from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype <> 'n' order by c.relname, k.conname`,
  `select i.tablename as subject, format('  %s', i.indexdef) as line from pg_indexes i
    where i.schemaname = 'public' and not exists (select from pg_constraint k where k.conname = i.indexname) order by i.tablename, i.indexname`,
  `select c.relname as subject, format('  trigger %s', pg_get_triggerdef(t.oid)) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by c.relname, t.tgname`,
  `select p.tablename as subject, format('  policy %s %s for %s to %s%s%s', p.policyname, lower(p.permissive), lower(p.cmd), array_to_string(p.roles, ', '),
          coalesce(' using ' || p.qual, ''), coalesce(' with check ' || p.with_check, '')) as line
     from pg_policies p where p.schemaname = 'public' order by p.tablename, p.policyname`,
  `select g.table_name as subject, format('  grant %s to %s', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), g.grantee) as line
     from information_schema.role_table_grants g where g.table_schema = 'public' and g.grantee like 'posada%' and g.grantee <> 'posada_owner'
    group by g.table_name, g.grantee order by g.table_name, g.grantee`,
];

const FUNCTIONS = `select pg_get_functiondef(p.oid) as line from pg_proc p where p.pronamespace = 'sec'::regnamespace order by p.proname, p.oid::regprocedure::text`;

/** The schema of a database as text: every table with its columns, constraints, indexes, triggers, policies and rights, and the functions of the owner. */
export async function schemaText(client: Client): Promise<string> {
  const tables = new Map<string, string[]>();
  for (const part of PARTS) {
    const { rows } = await client.query<{ subject: string; line: string }>(part);
    for (const { subject, line } of rows) tables.set(subject, [...(tables.get(subject) ?? []), line]);
  }
  const { rows: functions } = await client.query<{ line: string }>(FUNCTIONS);
  const described = [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, lines]) => `table ${name}\n${lines.join('\n')}`);
  return [...described, ...functions.map(({ line }) => line.trim())].join('\n\n');
}
