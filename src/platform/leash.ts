import { spawnSync } from 'node:child_process';

let isHeld: boolean | undefined;

/**
 * The command so written that the kernel sends it `signal` when the thread that started it dies, however
 * it dies. Where the kernel or the machine's `setpriv` cannot do that, the command as it is.
 */
export function leashed(signal: 'INT' | 'TERM' | 'KILL', command: readonly string[]): string[] {
  isHeld ??= process.platform === 'linux' && canHold();
  return isHeld ? ['setpriv', '--pdeathsig', signal, '--', ...command] : [...command];
}

function canHold(): boolean {
  return spawnSync('setpriv', ['--pdeathsig', 'KILL', '--', 'true'], { stdio: 'ignore' }).status === 0;
}
