/**
 * Runs a process until it is asked to stop (Ctrl-C, SIGTERM), then lets it close what it opened. A failure at the start is
 * told in one line and ends the process with 1; a second Ctrl-C ends it at once.
 */
export function runUntilStopped(start: () => Promise<() => Promise<void>>): void {
  let stopping = false;
  const started = start();
  started.catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void started
        .then((stop) => stop())
        .then(() => process.exit(0))
        .catch(() => process.exit(1));
    });
  }
}

/** Runs something that sets signal handlers of its own, and takes those off again: only one place decides in which order things stop. */
export async function withoutOtherSignalHandlers<T>(work: () => Promise<T>): Promise<T> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const result = await work();
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (!before.get(signal)?.includes(listener)) process.removeListener(signal, listener);
    }
  }
  return result;
}
