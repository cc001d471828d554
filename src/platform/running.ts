import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When the process with this id began, in the machine's own notation, or null when it no longer runs. Two
 * processes that were given the same id one after the other differ by it, also across a restart of the
 * machine. A process that has ended and waits to be noticed by its parent no longer runs.
 */
export function birthOf(pid: number): string | null {
  if (!isKnown(pid)) return null;
  return process.platform === 'linux' ? birthInProc(pid) : birthByPs(pid);
}

/** The name of the running program, where the machine tells it. */
export function programOf(pid: number): string | null {
  return readOrNull(`/proc/${pid}/comm`)?.trim() ?? null;
}

function isKnown(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function birthInProc(pid: number): string | null {
  // The program's name stands in parentheses and may hold anything; what follows it is plain numbers.
  const [state, ...fields] =
    readOrNull(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, '')
      .split(' ') ?? [];
  if (state === undefined || state === 'Z' || state === 'X') return null;
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[18]}`;
}

function birthByPs(pid: number): string | null {
  const { stdout = '' } = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state = 'Z', ...birth] = stdout.trim().split(/\s+/);
  return state.startsWith('Z') ? null : birth.join(' ');
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
