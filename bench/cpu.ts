import { readdirSync, readFileSync } from 'node:fs';

// The kernel counts in hundredths of a second.
const MS_PER_TICK = 10;

/**
 * The processor time of a process and of its children so far, those that have ended included, in milliseconds;
 * null where the kernel does not tell.
 */
export function cpuMsOf(pid: number): number | null {
  const own = statOf(pid);
  if (!own) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return children.reduce((sum, stat) => sum + (stat?.ms ?? 0), own.ms + own.endedMs);
}

type Stat = { parent: number; ms: number; endedMs: number };

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (at: number) => Number(fields[at]) + Number(fields[at + 1]);
    return { parent: Number(fields[1]), ms: ticks(11) * MS_PER_TICK, endedMs: ticks(13) * MS_PER_TICK };
  } catch {
    return null;
  }
}
