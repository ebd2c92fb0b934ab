import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { ProblemFilter } from '../errors/problem.filter';
import { Idempotency } from './idempotency';
import { IdempotencySweep } from './idempotency.jobs';
import { RequestTransaction } from './request-transaction.interceptor';

@Global()
@Module({
  providers: [Idempotency, IdempotencySweep, { provide: APP_INTERCEPTOR, useClass: RequestTransaction }, { provide: APP_FILTER, useClass: ProblemFilter }],
  exports: [Idempotency],
})
export class HttpModule {}
