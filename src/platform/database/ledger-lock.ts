import type { Tx } from './tx';

/**
 * Taken (shared) before anything is written to a ledger of the open transaction's organization. Whoever fixes an "as of" moment
 * takes the same lock exclusively first: every write that was under way has then been committed, and every later one carries a
 * later `recorded_at`, because that is read from the clock after this lock. So a moment once fixed always shows the same rows.
 */
export async function ledgerLock(tx: Tx): Promise<void> {
  await tx.rows("select pg_advisory_xact_lock_shared(hashtextextended('ledger|' || $1, 0))", [tx.scope.organizationId]);
}

const ASK_EVERY = 50;
const PATIENCE = 5_000;

/**
 * Waits until no ledger write of the organization is under way, and lets none begin before this transaction ends. It asks again
 * and again before it stands in line, because everybody who writes would have to wait behind it for the longest write.
 */
export async function ledgerLockExclusive(tx: Tx): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += ASK_EVERY) {
    const [row] = await tx.rows<{ taken: boolean }>("select pg_try_advisory_xact_lock(hashtextextended('ledger|' || $1, 0)) as taken", [tx.scope.organizationId]);
    if (row?.taken) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
  }
  await tx.rows("select pg_advisory_xact_lock(hashtextextended('ledger|' || $1, 0))", [tx.scope.organizationId]);
}
