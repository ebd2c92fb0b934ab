import type { DataSourceOptions, EntitySchema } from 'typeorm';
import { migrations } from '../../../migrations/index';

type EntityClasses = (new () => object)[];

/** How the application reaches PostgreSQL: as a role that owns nothing, with time limits on every statement. */
export function appDataSource(url: string, pool: number, entities: EntityClasses): DataSourceOptions {
  return {
    ...shared(url, entities),
    extra: {
      max: pool,
      connectionTimeoutMillis: 4000,
      idleTimeoutMillis: 30000,
      options: '-c statement_timeout=20000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=30000',
    },
  };
}

/** How migrations reach PostgreSQL: as the role that owns the tables. */
export function ownerDataSource(url: string, entities: EntityClasses): DataSourceOptions {
  return { ...shared(url, entities), migrations, migrationsTransactionMode: 'each', migrationsTableName: 'schema_migrations' };
}

function shared(url: string, entities: EntityClasses): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    entities: entities as unknown as (EntitySchema | (new () => object))[] as never,
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    parseInt8: true,
    logging: false,
  };
}
