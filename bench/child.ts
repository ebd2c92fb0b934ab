import { fork, type ChildProcess } from 'node:child_process';

type Questions<T> = { [Name in keyof T]: T[Name] extends (...parameters: infer P) => infer R ? (...parameters: P) => Promise<Awaited<R>> : never };

interface Question {
  id: number;
  name: string;
  parameters: unknown[];
}

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** A process of the bench that answers questions. */
export interface Child<T> {
  ask: Questions<T>;
  stop(): Promise<void>;
}

/** Starts a process and waits until it says that it is ready. */
export async function startChild<T extends object>(file: string, env: NodeJS.ProcessEnv, output: 'ignore' | 'inherit' = 'ignore'): Promise<Child<T>> {
  const child = fork(file, [], { env, serialization: 'advanced', stdio: ['ignore', output, 'inherit', 'ipc'] });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 1;
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    child.on('message', (message: Answer | 'ready') => {
      if (message === 'ready') return resolve();
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === undefined) asked?.resolve(message.result);
      else asked?.reject(new Error(message.error));
    });
  });
  child.on('exit', () => waiting.forEach(({ reject }) => reject(new Error(`${file} ended`))));
  const ask = new Proxy({} as Questions<T>, {
    get: (_, name: string) => (...parameters: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        child.send({ id, name, parameters } satisfies Question);
      }),
  });
  return { ask, stop: () => stopped(child) };
}

/** Answers the questions of the process that started this one. */
export function answerParent<T extends object>(answers: T): void {
  process.on('message', ({ id, name, parameters }: Question) => {
    const answer = (answers as Record<string, (...parameters: unknown[]) => unknown>)[name];
    void Promise.resolve()
      .then(() => answer?.(...parameters))
      .then((result) => process.send?.({ id, result } satisfies Answer))
      .catch((error: Error) => process.send?.({ id, error: error.stack ?? error.message } satisfies Answer));
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
