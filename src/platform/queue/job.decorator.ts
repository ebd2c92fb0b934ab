import 'reflect-metadata';

/** A queue: `work` for what people wait for, `timers` for what the clock starts. */
export type QueueName = 'work' | 'timers';
export const queueNames: readonly QueueName[] = ['work', 'timers'];

/** What a job is called and how it is run. */
export interface JobOptions {
  /** `<feature>.<verb>`, unique in the application. */
  name: string;
  queue: QueueName;
  /** Runs by itself every so many milliseconds, without a payload. */
  every?: number;
  /** How often it is tried when it throws; the sweep of its feature comes on top. */
  attempts?: number;
}

/** What a job carries: ids, never anything about a person. */
export interface JobPayload {
  organizationId: string;
  id: string;
}

/** A job as it was declared on a method. */
export interface DeclaredJob extends JobOptions {
  owner: new (...dependencies: never[]) => object;
  method: string;
}

const declared: DeclaredJob[] = [];

/** Declares a method of a provider as the handler of a job. It must be safe to run twice. */
export function Job(options: JobOptions): MethodDecorator {
  return (target, method) => {
    declared.push({ ...options, owner: target.constructor as DeclaredJob['owner'], method: String(method) });
  };
}

/** Every job of the classes that were loaded so far. */
export function declaredJobs(): readonly DeclaredJob[] {
  return declared;
}
