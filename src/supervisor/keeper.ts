import { setTimeout as pause } from 'node:timers/promises';
import { factsOf, type Log } from '#platform/log.ts';

/** A part of the system that runs until it ends or is stopped. */
export type Part = { ended: Promise<unknown>; stop(): Promise<void> };

/** Begins a part; the signal calls off a beginning that is under way. */
export type Begin = (signal: AbortSignal) => Promise<Part>;
export type Keeping = { log: Log; signal: AbortSignal };

/**
 * Begins a part, and begins it again whenever it ends, with growing pauses, until it is stopped. Fails
 * only when the first beginning does.
 */
export async function keep(
  name: string,
  begin: Begin,
  { log, signal }: Keeping,
): Promise<Pick<Part, 'stop'>> {
  return keepAlive(name, begin, { log, first: await begin(signal) });
}

/** As `keep`, and the first beginning too is tried until it succeeds, while the caller goes on. */
export function keepTrying(name: string, begin: Begin, { log }: Pick<Keeping, 'log'>): Pick<Part, 'stop'> {
  return keepAlive(name, begin, { log, first: null });
}

// Seconds before a part that ended is begun again; one that ran for a minute starts over.
const PAUSES = [0.2, 0.5, 1, 2, 5, 10, 30] as const;
const A_MINUTE = 60_000;

type Life = { log: Log; first: Part | null };

function keepAlive(name: string, begin: Begin, { log, first }: Life): Pick<Part, 'stop'> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
  let current = first;
  let failures = 0;
  const life = live();
  return {
    async stop() {
      stopping.abort();
      await current?.stop();
      await life;
    },
  };

  async function live(): Promise<void> {
    current ??= await beginOnce();
    while (!signal.aborted) {
      if (current) await untilItEnds(current);
      if (signal.aborted) return;
      const seconds = PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0;
      failures += 1;
      await pause(seconds * 1000, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      current = await beginOnce();
      if (current) log.info('part.restarted', { name });
    }
    // It was begun while we were being stopped.
    await current?.stop();
  }

  async function untilItEnds(part: Part): Promise<void> {
    const begun = performance.now();
    await Promise.race([part.ended, stopped]);
    if (performance.now() - begun > A_MINUTE) failures = 0;
    if (!signal.aborted) log.warn('part.ended', { name });
  }

  async function beginOnce(): Promise<Part | null> {
    try {
      return await begin(signal);
    } catch (problem) {
      if (!signal.aborted) log.error('part.failed', { name, ...factsOf(problem) });
      return null;
    }
  }
}
