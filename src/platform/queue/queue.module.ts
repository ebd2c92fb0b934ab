import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Jobs, WORKS_ON_JOBS } from './jobs.service';

/** The queue; in a worker process it also works. */
@Global()
@Module({})
export class QueueModule {
  static for(options: { works: boolean }): DynamicModule {
    return { module: QueueModule, providers: [Jobs, { provide: WORKS_ON_JOBS, useValue: options.works }], exports: [Jobs] };
  }
}
