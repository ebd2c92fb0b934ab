import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

/** Whose work a transaction is: what the row level security policies compare with. */
export interface TxScope {
  readonly organizationId: string;
  readonly userId: string | null;
}

interface Bound {
  readonly scope: TxScope;
  readonly runner: QueryRunner;
  readonly afterCommit: (() => void | Promise<void>)[];
}

/**
 * The one way to tenant data: a transaction bound to an actor's organization. Outside of it there is no entity manager, and
 * the database returns no rows. One request, or one step of a job, is one transaction.
 */
@Injectable()
export class Tx {
  private readonly storage = new AsyncLocalStorage<Bound>();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs work in a transaction of the scope's organization, or joins the one that is open for it. */
  async run<T>(scope: TxScope, work: () => Promise<T>): Promise<T> {
    const open = this.storage.getStore();
    if (open) {
      if (open.scope.organizationId !== scope.organizationId) throw new Error('a transaction belongs to one organization');
      return work();
    }
    const runner = this.dataSource.createQueryRunner();
    const bound: Bound = { scope, runner, afterCommit: [] };
    try {
      await runner.startTransaction();
      await runner.query("select set_config('app.organization', $1, true), set_config('app.user', $2, true)", [
        scope.organizationId,
        scope.userId ?? '',
      ]);
      const result = await this.storage.run(bound, work);
      await runner.commitTransaction();
      await this.storage.exit(() => announce(bound));
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** The entity manager of the open transaction. */
  get em(): EntityManager {
    return this.bound.runner.manager;
  }

  /** Whose transaction is open. */
  get scope(): TxScope {
    return this.bound.scope;
  }

  /** Rows of a parameterised SELECT or RETURNING statement of the open transaction. */
  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const result: unknown = await this.bound.runner.query(sql, parameters, true).then((answer) => answer.records);
    return result as T[];
  }

  /** Runs a statement and tells how many rows it wrote. */
  async write(sql: string, parameters: unknown[] = []): Promise<number> {
    const result = await this.bound.runner.query(sql, parameters, true);
    return result.affected ?? 0;
  }

  /** Runs work behind a savepoint, so that a broken constraint can be looked into and the transaction goes on. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const { runner } = this.bound;
    await runner.startTransaction();
    try {
      const result = await work();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
  }

  /** Does something once the transaction has committed (wake a worker); it is not done when the transaction fails. */
  afterCommit(work: () => void | Promise<void>): void {
    this.bound.afterCommit.push(work);
  }

  private get bound(): Bound {
    const bound = this.storage.getStore();
    if (!bound) throw new Error('tenant data was asked for outside of a transaction');
    return bound;
  }
}

async function announce(bound: Bound): Promise<void> {
  for (const work of bound.afterCommit) {
    // What was announced is also a row with a state, so a sweep finds what could not be announced now.
    await Promise.resolve()
      .then(work)
      .catch(() => undefined);
  }
}
