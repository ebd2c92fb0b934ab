import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Job as QueueJob, Queue, Worker } from 'bullmq';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config';
import { Tx } from '../database/tx';
import { declaredJobs, queueNames, type DeclaredJob, type JobPayload, type QueueName } from './job.decorator';
import { connectQueue, type QueueConnection } from './queue-connection';

/** Whether this process works on jobs, or only asks for them. */
export const WORKS_ON_JOBS = Symbol('works on jobs');

const RECONCILE_EVERY = 30_000;

/**
 * The alarm clock. The database knows what is to be done; a job only says "look at this row now". What the queue loses is
 * found again by the sweeps, and the timers are set again every half minute, so an emptied queue heals by itself.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly connection: QueueConnection;
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];
  private readonly handlers = new Map<string, DeclaredJob>();
  private timer?: NodeJS.Timeout;
  private stopping = false;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(WORKS_ON_JOBS) private readonly works: boolean,
    private readonly modules: ModuleRef,
    private readonly dataSource: DataSource,
    private readonly tx: Tx,
  ) {
    this.connection = connectQueue(config);
  }

  /** Checks that each declared job has exactly one handler, opens the queues and, in a worker, starts working. */
  async onApplicationBootstrap(): Promise<void> {
    for (const job of declaredJobs()) this.register(job);
    for (const name of queueNames) {
      const queue = this.connection.queue(name);
      queue.on('error', () => this.warn(name, 'queue-unreachable'));
      this.queues.set(name, queue);
    }
    if (!this.works) return;
    for (const name of queueNames) {
      const worker = this.connection.worker(name, (job) => this.process(job), 4);
      worker.on('error', () => this.warn(name, 'worker-cannot-reach-queue'));
      worker.on('failed', (job, error) => this.logger.error({ job: job?.name, event: 'job-failed', error: error.name }));
      this.workers.push(worker);
      void worker.run().catch(() => undefined);
    }
    await this.setTimers();
    this.timer = setInterval(() => void this.setTimers(), RECONCILE_EVERY);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await Promise.all(this.workers.map((worker) => worker.close().catch(() => undefined)));
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
    await this.connection.close();
  }

  /** Wakes a worker for a row. Call it after the commit; when the queue cannot be reached, the feature's sweep does it later. */
  async add(name: string, payload: JobPayload): Promise<void> {
    const job = this.handlers.get(name);
    if (!job) throw new Error(`there is no job ${name}`);
    const options = { jobId: `${name}-${payload.id}`, attempts: job.attempts ?? 3, backoff: { type: 'exponential', delay: 1000 }, removeOnComplete: true, removeOnFail: true };
    await this.queues.get(job.queue)?.add(name, payload, options);
  }

  /** Runs work once for every organization, each in its own transaction of the system; one that fails does not stop the others. */
  async forEachOrganization(work: (organizationId: string) => Promise<void>): Promise<void> {
    const rows = await this.dataSource.query<{ id: string }[]>('select id from sec.organization_ids() as id');
    for (const { id } of rows) {
      await this.tx.run({ organizationId: id, userId: null }, () => work(id)).catch((error: Error) => this.logger.error({ event: 'sweep-failed', error: error.name }));
    }
  }

  private warn(queue: QueueName, event: string): void {
    if (!this.stopping) this.logger.warn({ queue, event });
  }

  private register(job: DeclaredJob): void {
    const known = this.handlers.get(job.name);
    if (known && known.owner !== job.owner) throw new Error(`the job ${job.name} has two handlers`);
    try {
      this.modules.get(job.owner, { strict: false });
    } catch {
      throw new Error(`the job ${job.name} has no handler: ${job.owner.name} is not a provider of any module`);
    }
    this.handlers.set(job.name, job);
  }

  private async process(queued: QueueJob): Promise<void> {
    const job = this.handlers.get(queued.name);
    if (!job) throw new Error(`there is no job ${queued.name}`);
    const handler = this.modules.get<Record<string, (payload?: JobPayload) => Promise<unknown>>>(job.owner, { strict: false });
    await handler[job.method]?.(job.every === undefined ? payloadOf(queued) : undefined);
  }

  private async setTimers(): Promise<void> {
    for (const job of this.handlers.values()) {
      if (job.every === undefined) continue;
      const template = { name: job.name, data: {}, opts: { attempts: 1, removeOnComplete: true, removeOnFail: true } };
      await this.queues.get(job.queue)?.upsertJobScheduler(job.name, { every: job.every }, template).catch(() => undefined);
    }
  }
}

function payloadOf(job: QueueJob): JobPayload {
  const { organizationId, id } = job.data as Partial<JobPayload>;
  if (!isUUID(organizationId) || !isUUID(id)) throw new Error(`the job ${job.name} carries no valid ids`);
  return { organizationId: organizationId as string, id: id as string };
}
