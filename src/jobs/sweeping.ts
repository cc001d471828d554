import { setTimeout as pause } from 'node:timers/promises';
import { factsOf, type Log } from '#platform/log.ts';

/**
 * Something to be looked after again and again, so many seconds apart; two runs of it never overlap. A run that
 * is told to stop ends at its next step.
 */
export type Sweep = { name: string; everySeconds: number; run(signal: AbortSignal): Promise<void> };

/**
 * Runs the sweeps, each for the first time at once, until the answer is called; that ends when the last one that
 * was under way has ended. A sweep that fails is told of in the log and runs again when its time comes.
 */
export function startSweeps(sweeps: readonly Sweep[], log: Log): () => Promise<void> {
  const over = new AbortController();
  const running = sweeps.map((sweep) => repeat(sweep, log, over.signal));
  return async () => {
    over.abort();
    await Promise.all(running);
  };
}

async function repeat({ everySeconds, name, run }: Sweep, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await run(signal).catch((problem) => log.error('sweep.failed', { sweep: name, ...factsOf(problem) }));
    await pause(everySeconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}
