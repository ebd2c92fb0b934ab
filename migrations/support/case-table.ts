import type { QueryRunner } from 'typeorm';
import { tenantTable, type AppRights } from './tenant-table';

/**
 * Puts a table whose rows belong to a case (`case_id`) behind the organization's policy and behind the case: rows of a sealed case are
 * not there for anybody who is not on its team. With `compartments` the rows also have a `compartment`, and those that have one are
 * there only for who was given it by name. Restrictive, so that no later policy can widen it.
 */
export async function caseTable(runner: QueryRunner, table: string, rights: AppRights[], { compartments = false } = {}): Promise<void> {
  await tenantTable(runner, table, rights);
  await runner.query(`create policy case_is_seen on ${table} as restrictive to posada_app using (case_id is null or sec.sees_case(case_id))`);
  if (!compartments) return;
  await runner.query(`create policy compartment_is_open on ${table} as restrictive to posada_app using (compartment is null or sec.in_compartment(case_id, compartment))`);
}
