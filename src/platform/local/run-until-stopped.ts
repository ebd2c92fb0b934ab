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
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
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
