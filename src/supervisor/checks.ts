import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { leashed } from '#platform/leash.ts';
import { CHECKOUT } from './checkout.ts';

/** A tool to run in the checkout, and the name under which it is told about. */
export type Check = { name: string; command: readonly string[] };

export const SYNC: Check = { name: 'svelte-kit sync', command: ['svelte-kit', 'sync'] };

/** What a person would otherwise have to look for in every change. */
export const CHECKS: readonly Check[] = [
  { name: 'biome', command: ['biome', 'check'] },
  { name: 'svelte-check', command: ['svelte-check', '--tsgo', '--fail-on-warnings'] },
];

/** Runs a tool that npm installed, its output before our eyes. Answers whether it was content. */
export async function isContent({ name, command: [tool = '', ...args] }: Check): Promise<boolean> {
  process.stdout.write(`\n— ${name}\n`);
  const script = join(CHECKOUT, 'node_modules/.bin', tool);
  const [program = '', ...rest] = leashed('KILL', [process.execPath, script, ...args]);
  const child = spawn(program, rest, { cwd: CHECKOUT, stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  return code === 0;
}
