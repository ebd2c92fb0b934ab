import { Test } from '@nestjs/testing';
import { openTestDatabase } from '../../../test/support/test-database';
import { ConfigModule } from '../config/config.module';
import { readConfig } from '../config/config';
import { DatabaseModule } from '../database/database.module';
import { Job } from './job.decorator';
import { QueueModule } from './queue.module';

/** Declares a job, and is a provider of no module. */
class Forgotten {
  @Job({ name: 'forgotten.run', queue: 'work' })
  run(): Promise<void> {
    return Promise.resolve();
  }
}

describe('a job whose class was forgotten in every module', () => {
  it('keeps the process from starting', async () => {
    const database = await openTestDatabase();
    const config = readConfig({ ...process.env, DATABASE_URL: database.urls.app, QUEUE_DATABASE_URL: database.urls.queue, REDIS_URL: undefined });
    const module = await Test.createTestingModule({ imports: [ConfigModule.for(config), DatabaseModule.for([]), QueueModule.for({ works: false })] }).compile();
    module.useLogger(false);

    await expect(module.init()).rejects.toThrow(`the job forgotten.run has no handler: ${Forgotten.name} is not a provider of any module`);

    await module.close();
    await database.drop();
  });
});
