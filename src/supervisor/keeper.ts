import { setTimeout as pause } from 'node:timers/promises';
import { factsOf, type Log } from '#platform/log.ts';

/** A part of the system that runs until it ends or is stopped. */
export type Part = { ended: Promise<unknown>; stop(): Promise<void> };

// Seconds before a part that ended is begun again; one that then ran for a minute starts over.
const PAUSES = [0.2, 0.5, 1, 2, 5, 10, 30] as const;
const A_MINUTE = 60_000;

/** Begins a part; the signal calls off a beginning that is under way. */
export type Begin = (signal: AbortSignal) => Promise<Part>;

/**
 * Begins a part, and begins it again whenever it ends, with growing pauses, until it is stopped. Fails
 * only when the first beginning does.
 */
export async function keep(
  name: string,
  begin: Begin,
  { log, signal }: Keeping,
): Promise<Pick<Part, 'stop'>> {
  const stopping = new AbortController();
  const stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
  let current = await begin(signal);
  const life = live();
  return {
    async stop() {
      stopping.abort();
      await current.stop();
      await life;
    },
  };

  async function live(): Promise<void> {
    for (let failures = 0; ; ) {
      const begun = performance.now();
      await Promise.race([current.ended, stopped]);
      if (stopping.signal.aborted) return;
      failures = performance.now() - begun > A_MINUTE ? 0 : failures;
      log.warn('part.ended', { name });
      const next = await beginAgain(failures);
      if (!next) return;
      current = next.part;
      failures = next.failures;
      if (stopping.signal.aborted) return current.stop();
      log.info('part.restarted', { name });
    }
  }

  async function beginAgain(failuresBefore: number): Promise<{ part: Part; failures: number } | null> {
    for (let failures = failuresBefore; ; failures += 1) {
      const seconds = PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0;
      await pause(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return null;
      try {
        return { part: await begin(stopping.signal), failures: failures + 1 };
      } catch (problem) {
        log.error('part.failed', { name, ...factsOf(problem) });
      }
    }
  }
}

type Keeping = { log: Log; signal: AbortSignal };
