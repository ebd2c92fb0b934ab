import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/config';
import { appDataSource } from './data-source-options';
import { Tx } from './tx';

/** The connection pool and the transaction-bound way to it. */
@Global()
@Module({})
export class DatabaseModule {
  static for(entities: (new () => object)[]): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [CONFIG],
          useFactory: (config: Config) => ({
            ...appDataSource(config.DATABASE_URL ?? '', config.DATABASE_POOL, entities),
            retryAttempts: 5,
            retryDelay: 1000,
          }),
        }),
      ],
      providers: [Tx],
      exports: [Tx, TypeOrmModule],
    };
  }
}
