// Milliseconds in which a repeated signal is the same wish to stop.
const PATIENCE = 1500;

/**
 * Runs a process until it is asked to stop (Ctrl-C, SIGTERM), then lets it close what it opened. A failure at the start is
 * told in one line and ends the process with 1; a later second Ctrl-C ends it at once (npm passes the first one on a second time).
 */
export function runUntilStopped(start: () => Promise<() => Promise<void>>): void {
  let stoppingSince: number | null = null;
  // Not at once: the handlers below are to be there before anything that the start sets up.
  const started = Promise.resolve().then(start);
  started.catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== null && performance.now() - stoppingSince > PATIENCE) process.exit(1);
      if (stoppingSince !== null) return;
      stoppingSince = performance.now();
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
